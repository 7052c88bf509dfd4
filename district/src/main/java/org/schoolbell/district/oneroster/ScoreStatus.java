package org.schoolbell.district.oneroster;

import java.util.List;
import java.util.Set;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/**
 * OneRoster's scoreStatus. Together with a score's points and mark it says what our flags say of exempt and turned-in work, and nothing else: late, missing and
 * incomplete have fields of their own.
 */
public enum ScoreStatus {
	EXEMPT("exempt", Flag.EXEMPT), FULLY_GRADED("fully graded"), PARTIALLY_GRADED("partially graded", Flag.TURNED_IN), SUBMITTED(
			"submitted",
			Flag.TURNED_IN), NOT_SUBMITTED("not submitted");

	private final String word;
	private final int flags;

	ScoreStatus(String word, Flag... flags) {
		this.word = word;
		this.flags = Flag.toBits(List.of(flags));
	}

	/** @return OneRoster's word */
	public String word() {
		return word;
	}

	/** @return the flags that it stands for */
	public Set<Flag> flags() {
		return Flag.ofBits(flags);
	}

	/** @return what OneRoster says of this score */
	public static ScoreStatus of(ScoreValue score) {
		boolean turnedIn = score.flags().contains(Flag.TURNED_IN);
		if (score.flags().contains(Flag.EXEMPT)) {
			return EXEMPT;
		}
		if (score.points() == null && score.mark() == null) {
			return turnedIn ? SUBMITTED : NOT_SUBMITTED;
		}
		return turnedIn ? PARTIALLY_GRADED : FULLY_GRADED;
	}
}
