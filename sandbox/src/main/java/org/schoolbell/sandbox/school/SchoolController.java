package org.schoolbell.sandbox.school;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

import org.schoolbell.sandbox.sample.StoryFamily;

/** What the page asks of the school. */
@RestController
@RequestMapping("/school")
class SchoolController {
	private static final String PUSH = "/api/v1/push-settings";
	private static final int SAVED = 201;
	private static final int UNCHANGED = 200;

	private final School school;

	SchoolController(School school) {
		this.school = school;
	}

	/** What can be done, and whether it can be done now. */
	@GetMapping
	State state() {
		List<Button> acts = Stream.of(Act.values()).map(act -> new Button(act, act.title(), act.hint())).toList();
		try {
			DistrictApi api = api();
			return new State(api.address(), null, enabled(api.get(PUSH)), acts);
		} catch (SchoolUnavailable unavailable) {
			return new State(null, unavailable.detail(), null, acts);
		}
	}

	@PostMapping("/acts/{act}")
	Done act(@PathVariable Act act) {
		JsonNode result = api().post("/api/v1/scores", act.score()).path("results").path(0);
		return switch (result.path("status").asInt(0)) {
			case SAVED -> new Done(Outcome.SAVED, act.done(), act.student(), result.path("event").asString(""));
			case UNCHANGED -> new Done(Outcome.UNCHANGED, "Nothing changed: it is saved like that already", null, null);
			default ->
				new Done(Outcome.REFUSED, "The district refused it: " + result.path("reason").asString("no reason was given"), null, null);
		};
	}

	/** Turns pushes on or off for the whole district. */
	@PutMapping("/push")
	Push push(@RequestBody Push push) {
		if (push.enabled() == null) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "enabled is missing; it is true or false");
		}
		return new Push(enabled(api().put(PUSH, Map.of("enabled", push.enabled()))));
	}

	/** What became of a change; empty and unsettled until it is decided. */
	@GetMapping("/stories/{student}/{event}")
	Story story(@PathVariable String student, @PathVariable String event) {
		String filter = "student=" + DistrictApi.encoded(student) + "&event=" + DistrictApi.encoded(event);
		return Story.of(event, traces(filter).toList());
	}

	/** The story family's newest change; null where there is none yet. */
	@GetMapping("/stories/latest")
	Latest latest() {
		return new Latest(Stream.of(StoryFamily.MAYA, StoryFamily.LEO).flatMap(student -> traces("limit=1&student=" + student))
				.max(Comparator.comparing(trace -> trace.path("event").asString("")))
				.map(trace -> story(trace.path("student").asString(""), trace.path("event").asString(""))).orElse(null));
	}

	private Stream<JsonNode> traces(String filter) {
		return api().get("/api/v1/traces?" + filter).path("traces").valueStream();
	}

	private DistrictApi api() {
		return school.api().orElseThrow(SchoolUnavailable::notConnected);
	}

	private static boolean enabled(JsonNode answer) {
		return answer.path("enabled").asBoolean(false);
	}

	/**
	 * @param district null as long as nothing can be done
	 * @param why the sentence that says so, then
	 * @param push whether pushes leave the district
	 */
	record State(@Nullable URI district, @Nullable String why, @Nullable Boolean push, List<Button> acts) {}

	record Button(Act id, String title, String hint) {}

	/** @param enabled null where the caller left it out: nothing is turned off by an omission */
	record Push(@Nullable Boolean enabled) {}

	record Latest(@Nullable Story story) {}

	/** How a tap ended. */
	enum Outcome {
		SAVED, UNCHANGED, REFUSED
	}

	/** @param event what the traces call it; null unless something was saved */
	record Done(Outcome outcome, String said, @Nullable String student, @Nullable String event) {}
}
