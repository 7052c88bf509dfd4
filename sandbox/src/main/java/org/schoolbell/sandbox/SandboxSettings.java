package org.schoolbell.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.schoolbell.sandbox.apns.ApnsSettings;
import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.page.PageSettings;
import org.schoolbell.sandbox.school.DistrictAccess;
import org.schoolbell.sandbox.webpush.WebPushSettings;

/**
 * The sandbox's settings, all under {@code sandbox.}
 *
 * @param keep how many deliveries to keep, about half a kilobyte of memory each
 * @param school the district in which the page's buttons act; without it they wait until whoever started the sandbox names one
 */
@ConfigurationProperties("sandbox")
record SandboxSettings(@DefaultValue("" + DeliveryLog.DEFAULT_KEEP) int keep, @DefaultValue ApnsSettings apns,
		@DefaultValue WebPushSettings webPush, @DefaultValue PageSettings page, @Nullable DistrictAccess school) {}
