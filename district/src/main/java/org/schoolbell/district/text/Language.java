package org.schoolbell.district.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.NoUnit;

/** What notices say in one language, and how it writes their numbers. Immutable, safe for use by several threads. */
final class Language {
	private final Messages messages;
	private final LocalizedNumberFormatter points;
	private final LocalizedNumberFormatter percent;

	private Language(Messages messages) {
		this.messages = messages;
		// Rounded down, so that 79.96 never reads as the 80 that it is below.
		this.points = NumberFormatter.withLocale(messages.locale()).precision(Precision.maxFraction(2)).roundingMode(RoundingMode.DOWN);
		this.percent = NumberFormatter.withLocale(messages.locale()).unit(NoUnit.PERCENT).precision(Precision.maxFraction(1))
				.roundingMode(RoundingMode.DOWN);
	}

	static Language load(String tag) {
		return new Language(Messages.load(Language.class, tag));
	}

	/** Fills a message in, see {@link Messages#say}. */
	String say(String key, Map<String, ?> given) {
		return messages.say(key, given);
	}

	/** @return data as it stands in a sentence: apart from it where the two may run in different directions */
	String isolated(String data) {
		return Excerpt.isolated(data, messages.locale().isRightToLeft());
	}

	String points(BigDecimal number) {
		return points.format(number).toString();
	}

	String percent(BigDecimal number) {
		return percent.format(number).toString();
	}

	Set<String> keys() {
		return messages.keys();
	}

	Set<String> arguments(String key) {
		return messages.arguments(key);
	}
}
