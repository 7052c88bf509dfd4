package org.schoolbell.district.device;

import java.time.Instant;
import java.util.Optional;

/**
 * Where somebody stayed logged in until lately.
 *
 * @param name of the device; empty if it is somebody else's now, who may call it otherwise
 * @param system what a browser runs on
 */
public record EndedStay(Optional<String> name, Optional<String> system, Instant at, End why) {}
