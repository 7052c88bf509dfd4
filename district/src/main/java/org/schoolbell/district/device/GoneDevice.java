package org.schoolbell.district.device;

import java.time.Instant;

/**
 * A provider said that a device's token is dead.
 *
 * @param since from when the provider knew, else when the push was sent; a device that registered or was refreshed at or after it lives
 */
public record GoneDevice(DeviceId device, Instant since) {}
