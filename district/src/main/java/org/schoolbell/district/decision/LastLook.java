package org.schoolbell.district.decision;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The last look, before a push leaves: what may have been lost since the decision. What it stops is the push; the inbox keeps its line, except under
 * {@link Rule#NO_ACCESS}.
 */
public final class LastLook {
	private static final List<Check<Facts>> LIST = List.of(
			new Check<>(Rule.NOT_ACTIVE_YEAR, facts -> facts.inActiveYear),
			new Check<>(Rule.NOT_PUBLISHED, facts -> facts.shown),
			new Check<>(Rule.NO_ACCESS, facts -> facts.access),
			new Check<>(Rule.TOOL_HIDDEN, facts -> facts.toolShown),
			new Check<>(Rule.KIND_OFF, facts -> facts.wanted),
			new Check<>(Rule.PUSH_DISABLED, facts -> facts.pushEnabled),
			new Check<>(Rule.TOO_OLD, facts -> facts.now.isBefore(facts.expiresAt)),
			new Check<>(Rule.NO_DEVICE, facts -> facts.reachable));

	/** What puts an untruth right leaves unless it may not be read, or cannot: whether it is still news does not matter. */
	private static final Set<Rule> OF_A_CORRECTION = EnumSet.of(Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.PUSH_DISABLED, Rule.TOO_OLD,
			Rule.NO_DEVICE);

	private LastLook() {
	}

	/**
	 * What holds now, for one push.
	 *
	 * @param inActiveYear the record's calendar is in the Active school year
	 * @param shown the portals show the record, so that a teacher who hides an assignment also calls back what still waits
	 * @param access an enabled portal account and, for a guardian, a current relationship with the portal flag
	 * @param toolShown the Display Options show the kind's tool in the portal in which this person reads
	 * @param wanted the person's switch for the kind, and for missing work that part of it
	 * @param pushEnabled the district's switch "Enable Push Notifications"
	 * @param reachable the push's device is its person's, with push on and a live Stay Logged In session
	 * @param expiresAt the push's own
	 */
	public record Facts(boolean inActiveYear, boolean shown, boolean access, boolean toolShown, boolean wanted, boolean pushEnabled,
			boolean reachable, Instant expiresAt, Instant now) {}

	/** @return the rule that stops the push of news, empty if it may leave */
	public static Optional<Rule> stoppedBy(Facts facts) {
		return Check.firstStopping(LIST, facts);
	}

	/** @return the rule that stops the push of a correction, empty if it may leave; it is too old when it expires */
	public static Optional<Rule> ofCorrectionStoppedBy(Facts facts) {
		return Check.firstStopping(LIST.stream().filter(check -> OF_A_CORRECTION.contains(check.rule())).toList(), facts);
	}
}
