package org.schoolbell.district.text;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/** In which form a told score is corrected: the first that fits. */
enum CorrectionForm {
	/** What it says now may not be said. */
	UNSAYABLE("score.changed", "score.body.changed"),
	/** It counts no more, whatever it says. */
	NOT_COUNTED("score.not-counted", "score.body.section"),
	/** It says something else. */
	VALUE("score.corrected", "score.body.section"),
	/** It was missing, and there is nothing else to say. */
	NOT_MISSING("score.not-missing", "score.body.section"),
	/** There is none any more. */
	REMOVED("score.removed", "score.body.section");

	private final String key;
	private final String bodyKey;

	CorrectionForm(String key, String bodyKey) {
		this.key = key;
		this.bodyKey = bodyKey;
	}

	static CorrectionForm of(ScoreCorrection correction) {
		ScoreValue now = correction.now();
		if (!correction.sayable()) {
			return UNSAYABLE;
		}
		if (now == null) {
			return isMissing(correction.before()) ? NOT_MISSING : REMOVED;
		}
		return now.flags().contains(Flag.EXEMPT) || now.flags().contains(Flag.DROPPED) ? NOT_COUNTED : VALUE;
	}

	private static boolean isMissing(@Nullable ScoreValue value) {
		return value != null && value.flags().contains(Flag.MISSING);
	}

	/** @return the message of the title; of a value it is the one around the title that the value has as news */
	String key() {
		return key;
	}

	String bodyKey() {
		return bodyKey;
	}
}
