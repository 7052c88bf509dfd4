package org.schoolbell.district.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

	/** @return the rule that stops the push, empty if it may leave */
	public static Optional<Rule> stoppedBy(Facts facts) {
		return Check.firstStopping(LIST, facts);
	}
}
