package org.schoolbell.district.portal.choice;

import java.math.BigDecimal;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.page.Texts;

/** Percents in words. */
final class Percents {
	/** Where the slider stands for whoever has no threshold. */
	static final int PROPOSED = 70;
	private static final JsonMapper JSON = JsonMapper.shared();

	private Percents() {
	}

	/** @return those from 0 to 100 as the language writes them, as a JSON array */
	static String json(Texts t) {
		return JSON.writeValueAsString(IntStream.rangeClosed(0, 100).mapToObj(percent -> t.percent(BigDecimal.valueOf(percent))).toList());
	}
}
