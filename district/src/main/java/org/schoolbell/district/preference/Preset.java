package org.schoolbell.district.preference;

import java.math.BigDecimal;
import java.util.Optional;

/** How much somebody wants to be told about a student, in a word: a quick way to the switches, which stay what decides. */
public enum Preset {
	/** Every score. */
	EVERYTHING,
	/** Missing work, and scores below 70 %. */
	ONLY_WHAT_NEEDS_ME,
	/** Nothing. The switches behind it stay as they are, for whoever turns the kind on again. */
	OFF;

	/** What needs somebody's attention, in percent. */
	private static final BigDecimal LOW = BigDecimal.valueOf(70);

	/** @return that choice with this preset's switches */
	public Choice applied(Choice to) {
		return switch (this) {
			case EVERYTHING -> Choice.byDefault(to.person(), to.student(), to.kind());
			case ONLY_WHAT_NEEDS_ME -> new Choice(to.person(), to.student(), to.kind(), true, LOW, true);
			case OFF -> new Choice(to.person(), to.student(), to.kind(), false, to.below(), to.missing());
		};
	}

	/** @return which preset these switches are; empty for somebody's own */
	public static Optional<Preset> of(Choice choice) {
		if (!choice.on()) {
			return Optional.of(OFF);
		}
		if (!choice.missing()) {
			return Optional.empty();
		}
		BigDecimal below = choice.below();
		if (below == null) {
			return Optional.of(EVERYTHING);
		}
		return below.compareTo(LOW) == 0 ? Optional.of(ONLY_WHAT_NEEDS_ME) : Optional.empty();
	}
}
