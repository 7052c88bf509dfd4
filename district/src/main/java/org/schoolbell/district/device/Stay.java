package org.schoolbell.district.device;

import java.time.Duration;

import org.schoolbell.district.event.PersonId;

/**
 * Somebody stays logged in on a device.
 *
 * @param signIn what it signs in to, as it was given when the session began
 * @param token for the device to keep from now on
 * @param lifetime how long the session lives if it is not used
 */
public record Stay(StayId session, DeviceId device, PersonId person, String signIn, StayToken token, Duration lifetime) {}
