package org.schoolbell.browser;

/** The story family as the API has it: what is needed before a story begins, and what really came of it. */
final class Family {
	private Family() {
	}

	/** Switches pushes on or off for the district. */
	static void pushes(boolean on) {
		Demo.running().api("PUT", "/api/v1/push-settings", "schoolbell.write", "{\"enabled\":" + on + "}");
	}

	/** @param value the members of the score, as in {@code "points":18} */
	static void score(String value) {
		save("", "story-quiz-3", "maya-lopez", value);
	}

	/** Changes Maya's quiz and Leo's reading of last year without telling anybody, so that the next score is a change for certain. */
	static void scoreSilently(int points) {
		save("?silent=true", "story-quiz-3", "maya-lopez", "\"points\":" + points);
		save("?silent=true", "story-reading-1", "leo-lopez", "\"points\":" + points);
	}

	private static void save(String query, String assignment, String student, String value) {
		Demo.running().api("POST", "/api/v1/scores" + query, "schoolbell.write",
				"{\"assignment\":\"%s\",\"student\":\"%s\",%s}".formatted(assignment, student, value));
	}

	/** Waits until the newest push to somebody has this title. */
	static void awaitPush(String person, String title) {
		Demo.await("a push to " + person, () -> Demo.running().deliveries(person).reversed().stream().findFirst()
				.map(push -> push.required("title").asString().equals(title)).orElse(false));
	}

	/** Waits until somebody's inbox says on top that Maya has so many points. */
	static void awaitTold(String person, String points) {
		Demo.await("a line in the inbox of " + person, () -> Demo.running()
				.api("GET", "/api/v1/notices?limit=1&person=" + person, "schoolbell.read", null).required("notices").valueStream()
				.anyMatch(line -> line.required("title").asString().contains(": " + points + " of 20")));
	}

	/** @return how many pushes have reached somebody */
	static int pushes(String person) {
		return Demo.running().deliveries(person).size();
	}

	/** Waits until the newest change of the family's is decided and none of its pushes is on its way. */
	static void awaitSettled() {
		Demo.await("the end of the story", () -> Demo.running().sandboxJson("/school/stories/latest").required("story").required("settled")
				.asBoolean());
	}

	/** Waits until Maya's newest trace says that whoever was to be told has it in the inbox only, since pushes are off. */
	static void awaitInboxOnly() {
		Demo.await("a trace", () -> Demo.running().api("GET", "/api/v1/traces?student=maya-lopez&limit=1", "schoolbell.read", null)
				.required("traces").required(0).toString().contains("PUSH_DISABLED"));
	}
}
