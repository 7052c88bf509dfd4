package org.schoolbell.district.device;

/** A registered device and the secret of its new session, which is shown this once. */
public record Registered(DeviceId device, StayToken session) {}
