package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What a provider said to one push. Whether the relay may try again by itself is in the type. */
public sealed interface Answer {

	/** The relay may try again by itself, within the time it holds a push. */
	sealed interface Retriable extends Answer permits Unreachable {
	}

	/** For the relay this push is finished; the district may come back with it later. */
	sealed interface Settled extends Answer permits Accepted, Gone, Mismatched, Misbound, Refused, Throttled, CredentialFault {
	}

	/**
	 * The provider took it, which is not the phone.
	 *
	 * @param providerId
	 *            the provider's own id of the message, for asking it about one
	 */
	record Accepted(String providerId) implements Settled {}

	/**
	 * The token is dead, beyond doubt.
	 *
	 * @param since
	 *            from when the provider knew, if it said
	 */
	record Gone(@Nullable Instant since) implements Settled {}

	/**
	 * The token does not fit the credential, the topic or the environment: either the device is dead or a setting of ours is wrong. Which of the two
	 * is for {@link CredentialHealth} to judge, since one wrong setting must not delete a district's phones.
	 */
	record Mismatched(String reason) implements Settled {}

	/**
	 * The address was made for another key of the district's: either it is an old one, and the device gets a new one at its next visit, or a setting
	 * is wrong. For {@link CredentialHealth} to judge as well; the device lives in any case.
	 */
	record Misbound(String reason) implements Settled {}

	/** The provider will never take this push: its content is our fault. */
	record Refused(String reason) implements Settled {}

	/** The provider, or we for it, ask for a pause; only this push waits. */
	record Throttled(Duration retryAfter, String reason) implements Settled {}

	/** The provider does not take our credential or setting: nothing sent with it can arrive until the operator mends it. */
	record CredentialFault(String reason) implements Settled {}

	/**
	 * No answer: the connection could not be made, was lost, or stayed silent. The push may have arrived all the same.
	 *
	 * @param retryAfter
	 *            how long the district is to wait once the relay has given up
	 */
	record Unreachable(Duration retryAfter, String cause) implements Retriable {}
}
