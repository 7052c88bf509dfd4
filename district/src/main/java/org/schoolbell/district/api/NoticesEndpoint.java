package org.schoolbell.district.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.Inbox;
import org.schoolbell.district.notice.NoticeId;

/** A person's inbox, for integrators. */
@Tag(name = "notices")
@RestController
class NoticesEndpoint {
	private final Inbox inbox;
	private final Identities identities;

	NoticesEndpoint(Inbox inbox, Identities identities) {
		this.inbox = inbox;
		this.identities = identities;
	}

	@Operation(summary = "A person's inbox, newest first", description = "The latest line of each subject. `person` is a sourcedId and required.")
	@MayCall(Scope.SCHOOLBELL_READ)
	@GetMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
	NoticesAnswer get(@RequestParam(required = false) @Nullable String person, @RequestParam(required = false) @Nullable String since,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = Query.LIMIT) String limit) {
		PersonId whose = identities.named("person", person).orElseThrow(() -> Query.wrong("person", "a sourcedId"));
		return NoticesAnswer.of(
				inbox.page(whose, Query.moment("since", since), Query.uuid("after", after).map(NoticeId::new), Query.limit(limit)),
				identities);
	}
}
