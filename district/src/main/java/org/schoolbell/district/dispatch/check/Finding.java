package org.schoolbell.district.dispatch.check;

import java.util.List;

/** What a step that did not fail has to say. */
record Finding(Result result, List<Wording> says) {

	static Finding passed(Wording... says) {
		return new Finding(Result.PASSED, List.of(says));
	}

	static Finding warning(Wording... says) {
		return new Finding(Result.WARNING, List.of(says));
	}
}
