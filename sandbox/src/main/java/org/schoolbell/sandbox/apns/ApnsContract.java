package org.schoolbell.sandbox.apns;

import java.util.Set;
import java.util.regex.Pattern;

import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.http2.Http2Request;
import org.schoolbell.sandbox.phone.PhoneBook;

/**
 * What a sender owes beyond what Pushy's checks ask for. Apple leaves some of it to the sender, but a push without an expiry is tried
 * once and lost, one without an id cannot be traced, and one of another type is not shown. Safe for use by many threads.
 */
final class ApnsContract {
	private static final Pattern LOWER_CASE_UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	private static final Pattern EPOCH_SECONDS = Pattern.compile("[1-9][0-9]{0,11}");
	private static final Pattern PRIORITY = Pattern.compile("10|5|1");

	private final Set<String> topics;
	private final PhoneBook phones;

	ApnsContract(Set<String> topics, PhoneBook phones) {
		this.topics = topics;
		this.phones = phones;
	}

	/** Checks the headers; to be asked before Pushy, which takes a priority that is no number for its own failure. */
	void checkHeaders(Http2Request request) throws RejectedNotificationException {
		require(LOWER_CASE_UUID, request.header(ApnsHeader.ID), RejectionReason.BAD_MESSAGE_ID);
		require(EPOCH_SECONDS, request.header(ApnsHeader.EXPIRATION), RejectionReason.BAD_EXPIRATION_DATE);
		require(PRIORITY, request.header(ApnsHeader.PRIORITY), RejectionReason.BAD_PRIORITY);
		if (!"alert".equals(request.header(ApnsHeader.PUSH_TYPE))) {
			throw new RejectedNotificationException(RejectionReason.INVALID_PUSH_TYPE);
		}
	}

	/** Pushy knows one reason for any token that does not fit the topic; Apple tells three cases apart. */
	RejectionReason refine(RejectionReason reason, Http2Request request) {
		if (reason != RejectionReason.DEVICE_TOKEN_NOT_FOR_TOPIC) {
			return reason;
		}
		String topic = request.header(ApnsHeader.TOPIC);
		if (topic == null || !topics.contains(topic)) {
			return RejectionReason.TOPIC_DISALLOWED;
		}
		return phones.withToken(ApnsHeader.tokenOf(request)).isPresent() ? reason : RejectionReason.BAD_DEVICE_TOKEN;
	}

	private static void require(Pattern pattern, @Nullable String value, RejectionReason otherwise) throws RejectedNotificationException {
		if (value == null || !pattern.matcher(value).matches()) {
			throw new RejectedNotificationException(otherwise);
		}
	}
}
