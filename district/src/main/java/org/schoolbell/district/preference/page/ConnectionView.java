package org.schoolbell.district.preference.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.dispatch.check.ConnectionReport;
import org.schoolbell.district.dispatch.check.Result;
import org.schoolbell.district.dispatch.check.Step;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.page.Tone;

/**
 * How the district stands to the relay, for the template.
 *
 * @param outage while nothing leaves although it should
 * @param encrypted false as long as TLS is off
 * @param contact who turns TLS on; null where the settings name nobody
 * @param report what the last check found; null if there was none since the server started
 * @param now when the page is shown
 */
public record ConnectionView(State state, @Nullable Outage outage, boolean encrypted, @Nullable String contact,
		@Nullable ConnectionReport report, Instant now) {
	private static final Duration RELATIVE = Duration.ofHours(1);

	/** In a word, with how good it is. */
	public enum State {
		/** Pushes leave. */
		CONNECTED(Tone.OK, "connected"),
		/** Pushes leave, and others can read them. */
		UNENCRYPTED(Tone.WARN, "unencrypted"),
		/** Another server of the district publishes. */
		STANDING_BY(Tone.INFO, "standing-by"),
		/** No broker is set. */
		NOT_CONFIGURED(Tone.WARN, "not-configured"),
		/** The first attempt is under way, or the server stops. */
		BETWEEN(Tone.PLAIN, "between"),
		/** Nothing leaves. */
		DOWN(Tone.BAD, "down");

		private final Tone tone;
		private final String word;

		State(Tone tone, String word) {
			this.tone = tone;
			this.word = word;
		}

		/** @return how good that is */
		public Tone tone() {
			return tone;
		}

		/** @return the text of the word */
		public String key() {
			return "push.connection." + word;
		}

		/** @return the text of the sentence below it */
		public String then() {
			return key() + ".then";
		}
	}

	/**
	 * Why nothing leaves.
	 *
	 * @param key of the reason's sentence
	 * @param waiting pushes that wait for the connection
	 */
	public record Outage(String key, Instant since, long waiting) {}

	/** @return how good this is */
	public static Tone tone(Result result) {
		return switch (result) {
			case PASSED -> Tone.OK;
			case WARNING -> Tone.WARN;
			case FAILED -> Tone.BAD;
			case NOT_TRIED -> Tone.PLAIN;
		};
	}

	/** @return what a step has to say, one sentence an item */
	public static List<String> says(Step step, Texts t) {
		return step.says().stream().map(wording -> wording.in(t::filled)).toList();
	}

	/** @return what stands at the end of a step's line: how long it took, where it worked, or that it was not tried */
	public static @Nullable String end(Step step, Texts t) {
		Duration took = step.took();
		return switch (step.result()) {
			case PASSED -> took == null ? null : t.of("check.took", "milliseconds", took.toMillis());
			case NOT_TRIED -> step.result().word().in(t::filled);
			case WARNING, FAILED -> null;
		};
	}

	/** @return the last check in a sentence, for whoever does not see the steps change */
	public Optional<String> summary(Texts t) {
		return Optional.ofNullable(report)
				.map(found -> found.failed().map(step -> step.title().in(t::filled) + ": " + String.join(" ", says(step, t)))
						.orElse(t.of("push.check.passed")));
	}

	/** @return when it was, relative within the hour */
	public Optional<String> checked(Texts t) {
		return Optional.ofNullable(report).map(ConnectionReport::at).map(at -> {
			Duration ago = Duration.between(at, now);
			return ago.compareTo(RELATIVE) < 0
					? t.of("push.checked.ago", "minutes", Math.max(0, ago.toMinutes()))
					: t.of("push.checked.at", "date", t.date(at), "time", t.time(at));
		});
	}
}
