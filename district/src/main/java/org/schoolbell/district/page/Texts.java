package org.schoolbell.district.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.TimeZone;
import gg.jte.Content;

import org.schoolbell.district.text.Messages;

/**
 * What pages say in one language. Arguments are names and values in turns: {@code t.of("gradebook.saving", "count", 3)}. A text among them is
 * data: it is kept apart from the sentence around it where the two may run in different directions. Immutable, safe for use by several threads.
 */
public final class Texts {
	private static final char FIRST_STRONG_ISOLATE = '\u2068';
	private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

	private final Messages messages;
	private final ZoneId zone;

	Texts(Messages messages, ZoneId zone) {
		this.messages = messages;
		this.zone = zone;
	}

	/**
	 * The texts for whoever reads them elsewhere than on a page, such as at a console.
	 *
	 * @param tag one of {@link #tags()}
	 * @param zone the schools'
	 * @throws IllegalStateException if there is no such language
	 */
	public static Texts in(String tag, ZoneId zone) {
		return new Texts(Messages.load(Texts.class, tag), zone);
	}

	/** @return the languages in which there are all texts, BCP 47, the usual one first */
	public static List<String> tags() {
		return Languages.COMPLETE;
	}

	/**
	 * @param key of the message
	 * @param arguments names and values in turns
	 * @return the message, as plain text
	 * @throws IllegalStateException if there is no such message or an argument of it is not given
	 */
	public String of(String key, Object... arguments) {
		return messages.say(key, named(arguments, UnaryOperator.identity()));
	}

	/**
	 * @param key of the message
	 * @param arguments by name; a day or a moment is written as this language does
	 * @return the message, as plain text
	 * @throws IllegalStateException if there is no such message or an argument of it is not given
	 */
	public String filled(String key, Map<String, Object> arguments) {
		Map<String, Object> named = new HashMap<>();
		arguments.forEach((name, value) -> named.put(name, switch (value) {
			case String text -> isolated(text);
			case LocalDate day -> date(day);
			case Instant moment -> date(moment) + " " + time(moment);
			default -> value;
		}));
		return messages.say(key, named);
	}

	/**
	 * A message with {@code <b>} or {@code <a href="{address}">} in it. Only what the file of texts says is markup; arguments are shown as they are.
	 *
	 * @param key of the message
	 * @param arguments names and values in turns
	 * @return the message, to be written into a page
	 */
	public Content rich(String key, Object... arguments) {
		String html = messages.say(key, named(arguments, Texts::escaped));
		return output -> output.writeContent(html);
	}

	/** @return the language, BCP 47 */
	public String language() {
		return messages.tag();
	}

	/** @return the direction in which it is written, {@code ltr} or {@code rtl} */
	public String direction() {
		return messages.locale().isRightToLeft() ? "rtl" : "ltr";
	}

	/** @return a day of this year, such as "Nov 16" */
	public String day(LocalDate day) {
		return formatted("MMMd", day.atStartOfDay(zone).toInstant());
	}

	/** @return a day of this year with its weekday, such as "Tuesday, November 17" */
	public String weekday(LocalDate day) {
		return formatted("EEEEMMMMd", day.atStartOfDay(zone).toInstant());
	}

	/** @return the same in short, such as "Tue, Nov 17" */
	public String shortWeekday(LocalDate day) {
		return formatted("EEEMMMd", day.atStartOfDay(zone).toInstant());
	}

	/** @return a moment at the schools with all that there is to say of it, such as "Tuesday, November 17, 2026, 8:05 AM CST" */
	public String exact(Instant moment) {
		return formatted("EEEEyMMMMdjmmz", moment);
	}

	/** @return a number as this language writes it, rounded down to two decimals, so that 79.996 never reads as the 80 that it is below */
	public String number(BigDecimal number) {
		return NumberFormatter.withLocale(messages.locale()).precision(Precision.maxFraction(2)).roundingMode(RoundingMode.DOWN)
				.format(number).toString();
	}

	/** @return a percent, rounded down to one decimal, such as "79.9%" */
	public String percent(BigDecimal number) {
		return NumberFormatter.withLocale(messages.locale()).unit(NoUnit.PERCENT).precision(Precision.maxFraction(1))
				.roundingMode(RoundingMode.DOWN).format(number).toString();
	}

	/** @return a day of any year, such as "Nov 16, 2026" */
	public String date(LocalDate day) {
		return formatted("yMMMd", day.atStartOfDay(zone).toInstant());
	}

	/** @return the day at the schools, such as "Nov 16, 2026" */
	public String date(Instant moment) {
		return formatted("yMMMd", moment);
	}

	/** @return what the schools' clocks showed, such as "3:10 PM" */
	public String time(Instant moment) {
		return formatted("jmm", moment);
	}

	private String formatted(String skeleton, Instant moment) {
		DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, messages.locale());
		format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
		// CLDR's narrow no-break space before AM and PM is a plain one in every picture of this product.
		return format.format(Date.from(moment)).replace('\u202f', ' ');
	}

	private Map<String, Object> named(Object[] arguments, UnaryOperator<String> form) {
		if (arguments.length % 2 != 0) {
			throw new IllegalArgumentException("Arguments of a text are names and values in turns.");
		}
		Map<String, Object> named = new HashMap<>();
		for (int i = 0; i < arguments.length; i += 2) {
			Object value = arguments[i + 1];
			named.put((String) arguments[i], value instanceof String text ? form.apply(isolated(text)) : value);
		}
		return named;
	}

	private String isolated(String data) {
		char[] characters = data.toCharArray();
		boolean mayDiffer = messages.locale().isRightToLeft() || java.text.Bidi.requiresBidi(characters, 0, characters.length);
		return mayDiffer ? FIRST_STRONG_ISOLATE + data + POP_DIRECTIONAL_ISOLATE : data;
	}

	private static String escaped(String data) {
		return data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
	}
}
