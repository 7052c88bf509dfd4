package org.schoolbell.district.api;

import java.time.LocalDate;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.TraceFilter;
import org.schoolbell.district.notice.TracePage;
import org.schoolbell.district.notice.Traces;
import org.schoolbell.district.web.Refusal;

/** Why a phone buzzed, or not. */
@Tag(name = "traces")
@RestController
class TracesEndpoint {
	private final Traces traces;
	private final Identities identities;

	TracesEndpoint(Traces traces, Identities identities) {
		this.traces = traces;
		this.identities = identities;
	}

	@Operation(summary = "What became of each event for each possible recipient, and which rule decided it", description = "Newest event first. "
			+ "`student` and `person` (a possible recipient) are sourcedIds, `date` is the day of the save at the schools, `event` needs `student`. "
			+ "One of student, person and date is required.")
	@MayCall(Scope.SCHOOLBELL_READ)
	@GetMapping(path = "/api/v1/traces", produces = MediaType.APPLICATION_JSON_VALUE)
	TracesAnswer get(@RequestParam(required = false) @Nullable String student, @RequestParam(required = false) @Nullable String event,
			@RequestParam(required = false) @Nullable String person, @RequestParam(required = false) @Nullable String date,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = Query.LIMIT) String limit) {
		Optional<LocalDate> day = Query.day("date", date);
		if (student == null && (event != null || (person == null && day.isEmpty()))) {
			throw new Refusal(HttpStatus.BAD_REQUEST, "Name a student, a person or a date; an event needs its student.");
		}
		Optional<PersonId> about = identities.named("student", student);
		TraceFilter filter = new TraceFilter(about, Query.uuid("event", event).map(EventId::new), identities.named("person", person), day);
		return TracesAnswer.of(traces.page(filter, cursor(after), Query.limit(limit)), identities);
	}

	private static Optional<TracePage.Cursor> cursor(@Nullable String after) {
		try {
			return Optional.ofNullable(after).map(TracePage.Cursor::parse);
		} catch (IllegalArgumentException e) {
			throw Query.wrong("after", "what the page before gave as next");
		}
	}
}
