package org.schoolbell.district.account;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code schoolbell.account.*}.
 *
 * @param accessTokenLifetime how long an access token is good, a minute to an hour: a client that is removed can call for so long
 */
@Validated
@ConfigurationProperties("schoolbell.account")
record AccountSettings(@DurationMin(minutes = 1) @DurationMax(hours = 1) Duration accessTokenLifetime) {}
