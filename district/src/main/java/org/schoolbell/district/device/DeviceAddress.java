package org.schoolbell.district.device;

import org.schoolbell.district.event.PersonId;

/** A device that may be told now, whose it is, and where it is reached. */
public record DeviceAddress(DeviceId device, PersonId person, Endpoint endpoint) {}
