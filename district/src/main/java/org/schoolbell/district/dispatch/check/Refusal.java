package org.schoolbell.district.dispatch.check;

import java.util.List;
import java.util.Optional;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;

/** That the broker closed a channel or the connection because of what was asked of it, in its own words. */
record Refusal(int code, String words) {

	/** @return the refusal that is behind a failure, if it is one and not a lost connection */
	static Optional<Refusal> in(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ShutdownSignalException signal) {
				switch (signal.getReason()) {
					case AMQP.Channel.Close close -> {
						return known(close.getReplyCode(), close.getReplyText());
					}
					case AMQP.Connection.Close close -> {
						return known(close.getReplyCode(), close.getReplyText());
					}
					case null, default -> {
						// It was lost; a cause may know more.
					}
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Refusal> known(int code, String words) {
		return code == AMQP.ACCESS_REFUSED || code == AMQP.NOT_FOUND || code == AMQP.NOT_ALLOWED
				? Optional.of(new Refusal(code, words))
				: Optional.empty();
	}

	/** Adds the broker's own words, which its operator will ask for. */
	static FaultException quoted(FaultException fault, Throwable failure) {
		return in(failure).map(refusal -> fault.and(List.of(Wording.of("check.found.broker-says", "words", refusal.words()))))
				.orElse(fault);
	}

	/** @return whether what was named is not there */
	boolean absent() {
		return code == AMQP.NOT_FOUND;
	}
}
