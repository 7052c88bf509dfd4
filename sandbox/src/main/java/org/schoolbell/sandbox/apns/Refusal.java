package org.schoolbell.sandbox.apns;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why a push is not accepted, in Apple's words.
 *
 * @param since since when the token has been dead, where Apple says so
 */
record Refusal(int status, String reason, @Nullable Instant since) {}
