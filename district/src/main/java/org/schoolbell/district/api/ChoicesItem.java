package org.schoolbell.district.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonItem;

/** The body of {@code PUT /api/v1/choices}. */
final class ChoicesItem {
	static final Set<String> MEMBERS = Set.of("preset", "kinds", "hideDetails", "language");
	private static final Set<String> OF_KIND = Set.of("on", "below", "missing");
	private static final Set<String> KINDS = Set.of(Kind.ASSIGNMENTS.name());
	private static final BigDecimal MOST = BigDecimal.valueOf(100);
	private static final int MOST_DECIMALS = 2;
	/** What RFC 5646 asks everybody to take. */
	private static final int LONGEST_TAG = 35;

	private ChoicesItem() {
	}

	/** @param now what holds: whatever is left out stays so */
	static Chosen read(JsonItem item, Chosen now) throws InvalidItem {
		Chosen switches = now.with(item.has("kinds") ? kinds(item, now.assignments()) : now.assignments());
		return new Chosen(item.has("preset") ? preset(item, switches) : switches.assignments(),
				item.has("hideDetails") ? item.truth("hideDetails") : now.hidesDetails(),
				item.has("language") ? language(item) : now.language());
	}

	private static Choice kinds(JsonItem item, Choice now) throws InvalidItem {
		JsonItem kinds = item.object("kinds", KINDS);
		return kinds.has(now.kind().name()) ? choice(kinds.object(now.kind().name(), OF_KIND), now) : now;
	}

	private static Choice choice(JsonItem of, Choice now) throws InvalidItem {
		return new Choice(now.person(), now.student(), now.kind(), of.truth("on"), below(of), of.truth("missing"));
	}

	private static @Nullable BigDecimal below(JsonItem of) throws InvalidItem {
		BigDecimal below = of.decimal("below");
		if (below == null) {
			return null;
		}
		BigDecimal plain = below.signum() == 0 ? BigDecimal.ZERO : below.stripTrailingZeros();
		if (plain.signum() < 0 || plain.compareTo(MOST) > 0 || plain.scale() > MOST_DECIMALS) {
			throw new InvalidItem(of.at("below"), "must be a percent from 0 to 100, with at most two decimals, or null for everything");
		}
		return plain.scale() < 0 ? plain.setScale(0) : plain;
	}

	/** A preset alone says all; beside switches it must be what they are. */
	private static Choice preset(JsonItem item, Chosen switches) throws InvalidItem {
		ChoicesAnswer.Named named = named(item);
		Choice wanted = named.preset().filter(_ -> !item.has("kinds")).map(preset -> preset.applied(switches.assignments()))
				.orElse(switches.assignments());
		if (named != ChoicesAnswer.Named.of(switches.with(wanted))) {
			throw new InvalidItem(item.at("preset"), "is not what the switches say; leave out one of both");
		}
		return wanted;
	}

	private static ChoicesAnswer.Named named(JsonItem item) throws InvalidItem {
		String text = item.text("preset");
		return Arrays.stream(ChoicesAnswer.Named.values()).filter(named -> named.name().equals(text)).findAny()
				.orElseThrow(() -> new InvalidItem(item.at("preset"), "must be one of "
						+ Arrays.stream(ChoicesAnswer.Named.values()).map(Enum::name).collect(Collectors.joining(", "))));
	}

	private static Locale language(JsonItem item) throws InvalidItem {
		String tag = item.text("language");
		Locale locale = tag == null ? Locale.ROOT : Locale.forLanguageTag(tag);
		if (!Texts.tags().contains(locale.getLanguage()) || locale.toLanguageTag().length() > LONGEST_TAG) {
			throw new InvalidItem(item.at("language"), "must be one of " + String.join(", ", Texts.tags()));
		}
		return locale;
	}
}
