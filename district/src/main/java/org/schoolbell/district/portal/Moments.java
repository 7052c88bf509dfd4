package org.schoolbell.district.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.page.Texts;

/** Says when something was, as seen from now. Thread-safe. */
@Component
class Moments {
	private static final Duration HOUR = Duration.ofHours(1);

	private final DistrictZone zone;
	private final InstantSource time;

	Moments(DistrictZone zone, InstantSource time) {
		this.zone = zone;
		this.time = time;
	}

	/** @return for a line among those of many days */
	Moment of(Instant at, Texts texts) {
		Duration ago = Duration.between(at, time.instant());
		if (ago.compareTo(HOUR) < 0 || dayOf(at).equals(today())) {
			return ofItsDay(at, texts);
		}
		return moment(dayOf(at).equals(today().minusDays(1)) ? texts.of("portal.yesterday") : texts.day(dayOf(at)), at, texts);
	}

	/** @return for a line that stands under the name of its day */
	Moment ofItsDay(Instant at, Texts texts) {
		Duration ago = Duration.between(at, time.instant());
		if (ago.isNegative() || ago.compareTo(HOUR) >= 0) {
			return moment(texts.time(at), at, texts);
		}
		return moment(ago.toMinutes() == 0 ? texts.of("portal.now") : texts.of("portal.minutes-ago", "minutes", ago.toMinutes()), at,
				texts);
	}

	/** @return the name of a day: today, yesterday, or what it is called */
	String day(LocalDate day, Texts texts) {
		if (day.equals(today())) {
			return texts.of("portal.today");
		}
		return day.equals(today().minusDays(1)) ? texts.of("portal.yesterday") : texts.weekday(day);
	}

	LocalDate dayOf(Instant moment) {
		return zone.dateOf(moment);
	}

	LocalDate today() {
		return zone.today(time);
	}

	Instant now() {
		return time.instant();
	}

	private static Moment moment(String said, Instant at, Texts texts) {
		return new Moment(said, texts.exact(at), at.toString());
	}
}
