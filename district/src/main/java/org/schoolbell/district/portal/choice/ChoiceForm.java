package org.schoolbell.district.portal.choice;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;

import org.schoolbell.district.page.Texts;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.preference.Preset;
import org.schoolbell.district.web.Refusal;

/**
 * What the form of the page says. It has two parts, about the student and about the reader, and names those that it has: what was not on the page, as the
 * switches of a kind that cannot fire, is never taken for switched off.
 */
final class ChoiceForm {
	static final String OWN = "OWN";
	private static final String EVERY = "every";
	private static final String BELOW = "below";
	private static final String PERCENT = "[0-9]{1,3}([.,][0-9]{1,2})?";
	private static final BigDecimal MOST = BigDecimal.valueOf(100);

	private final Map<String, String> fields;

	ChoiceForm(Map<String, String> fields) {
		this.fields = fields;
		if (!has("shown") && !has("personal")) {
			throw notOurs();
		}
	}

	/** What came of reading it. */
	sealed interface Read {
		/** It says this. */
		record Understood(Chosen wanted) implements Read {}

		/** The threshold is no percent. */
		record NoPercent(String typed) implements Read {}
	}

	/** @return the student's number, as the page has it */
	long student() {
		String number = field("student");
		if (!number.matches("\\d{1,18}")) {
			throw notOurs();
		}
		return Long.parseLong(number);
	}

	/** @param now what holds: what the form does not speak of stays so */
	Read read(Chosen now) {
		Chosen personal = has("personal") ? new Chosen(now.assignments(), has("hide-details"), language(now.language())) : now;
		if (!has("shown")) {
			return new Read.Understood(personal);
		}
		// Whoever chooses another preset than the page has shown wants that one; else the switches below it count.
		if (!field("preset").equals(field("shown")) && !field("preset").equals(OWN)) {
			return new Read.Understood(personal.with(preset().applied(now.assignments())));
		}
		return switches(personal);
	}

	private Read switches(Chosen personal) {
		Choice now = personal.assignments();
		return switch (field("scores")) {
			case EVERY -> new Read.Understood(personal.with(choice(now, Optional.empty())));
			case BELOW -> {
				Optional<BigDecimal> percent = percent(field(BELOW));
				yield percent.isEmpty()
						? new Read.NoPercent(field(BELOW))
						: new Read.Understood(personal.with(choice(now, percent)));
			}
			default -> throw notOurs();
		};
	}

	private Choice choice(Choice now, Optional<BigDecimal> below) {
		return new Choice(now.person(), now.student(), now.kind(), has("on"), below.orElse(null), has("missing"));
	}

	private Preset preset() {
		return Arrays.stream(Preset.values()).filter(preset -> preset.name().equals(field("preset"))).findAny()
				.orElseThrow(ChoiceForm::notOurs);
	}

	/** Also as people write it who count with a comma. */
	private static Optional<BigDecimal> percent(String typed) {
		String number = typed.replace("%", "").strip();
		if (!number.matches(PERCENT)) {
			return Optional.empty();
		}
		BigDecimal percent = new BigDecimal(number.replace(',', '.')).stripTrailingZeros();
		return percent.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(percent.scale() < 0 ? percent.setScale(0) : percent);
	}

	/** Somebody's Spanish of Mexico stays so when the page, which knows only Spanish, sends Spanish. */
	private Locale language(Locale now) {
		String tag = field("language");
		if (!Texts.tags().contains(tag)) {
			throw notOurs();
		}
		return now.getLanguage().equals(tag) ? now : Locale.forLanguageTag(tag);
	}

	private boolean has(String field) {
		return fields.containsKey(field);
	}

	private String field(String name) {
		return fields.getOrDefault(name, "");
	}

	private static Refusal notOurs() {
		return new Refusal(HttpStatus.BAD_REQUEST, "The form is not one of ours; open the page anew.");
	}
}
