package org.schoolbell.sandbox.delivery;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A push as the phone understood it, whatever service brought it.
 *
 * @param id the sender's id of the push: {@code apns-id} at APNs
 * @param collapse a later message with the same one takes this one's place on the screen; null stands alone
 * @param alerting whether the phone makes itself heard
 * @param data what the app gets beside the text, such as the link and the badge
 */
public record Message(String id, @Nullable String collapse, boolean alerting, @Nullable String title, String body,
		Map<String, Object> data) {}
