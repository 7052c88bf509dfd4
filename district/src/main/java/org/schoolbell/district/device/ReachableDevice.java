package org.schoolbell.district.device;

import org.schoolbell.district.event.PersonId;

/** A device that may be told now, and whose it is: not gone, push on, with a live session of its owner. */
public record ReachableDevice(DeviceId device, PersonId person) {}
