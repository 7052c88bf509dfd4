package org.schoolbell.district.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The schools' wall clock: what day a moment falls on. Immutable.
 *
 * @param zone setting {@code schoolbell.zone}, an IANA name
 */
@ConfigurationProperties("schoolbell")
public record DistrictZone(ZoneId zone) {
	/** @return the day of this moment at the schools */
	public LocalDate dateOf(Instant moment) {
		return LocalDate.ofInstant(moment, zone);
	}

	/** @return the day it is at the schools now */
	public LocalDate today(InstantSource clock) {
		return dateOf(clock.instant());
	}
}
