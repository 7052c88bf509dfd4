package org.schoolbell.district.dispatch;

import java.time.Duration;

/**
 * What receipts changed.
 *
 * @param matched receipts that met their push
 * @param unknown receipts whose push is gone or is another by now: late ones, and repeats after a crash
 * @param clockSkew by how much the relay's clock cannot be right, seen from ours; zero when nothing speaks against it
 */
public record Settled(int matched, int unknown, Duration clockSkew) {}
