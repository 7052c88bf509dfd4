package org.schoolbell.district.account;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code schoolbell.account.*}.
 *
 * @param accessTokenLifetime how long an access token is good, a minute to an hour: a client that is removed can call for so long
 * @param activationKeyLifetime how long an activation key is good, an hour to 90 days: paper takes its time to come home
 * @param signedInAtMost how long somebody stays signed in to pages however much they are used, an hour to 24 hours
 */
@ConfigurationProperties("schoolbell.account")
public record AccountSettings(Duration accessTokenLifetime, Duration activationKeyLifetime, Duration signedInAtMost) {
	/** @throws IllegalArgumentException if one is out of range */
	public AccountSettings {
		check("access-token-lifetime", accessTokenLifetime, Duration.ofMinutes(1), Duration.ofHours(1));
		check("activation-key-lifetime", activationKeyLifetime, Duration.ofHours(1), Duration.ofDays(90));
		check("signed-in-at-most", signedInAtMost, Duration.ofHours(1), Duration.ofHours(24));
	}

	private static void check(String name, Duration value, Duration least, Duration most) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw new IllegalArgumentException("schoolbell.account." + name + " is " + least + " to " + most + ", not " + value);
		}
	}
}
