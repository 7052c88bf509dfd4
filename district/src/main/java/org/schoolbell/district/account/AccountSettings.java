package org.schoolbell.district.account;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code schoolbell.account.*}.
 *
 * @param accessTokenLifetime how long an access token is good, a minute to an hour: a client that is removed can call for so long
 */
@ConfigurationProperties("schoolbell.account")
record AccountSettings(Duration accessTokenLifetime) {
	private static final Duration LEAST = Duration.ofMinutes(1);
	private static final Duration MOST = Duration.ofHours(1);

	/** @throws IllegalArgumentException if the lifetime is out of range */
	AccountSettings {
		if (accessTokenLifetime.compareTo(LEAST) < 0 || accessTokenLifetime.compareTo(MOST) > 0) {
			throw new IllegalArgumentException("schoolbell.account.access-token-lifetime is 1m to 1h, not " + accessTokenLifetime);
		}
	}
}
