package org.schoolbell.sandbox.sample;

import org.schoolbell.wire.Target;

/**
 * A phone of a made-up person.
 *
 * @param name
 *            what its owner sees among their devices
 * @param sessionLive
 *            whether its Stay Logged In session is live; a revoked one gets no pushes
 */
public record SamplePhone(Target.Apns target, String name, boolean sessionLive) {}
