package org.schoolbell.relay.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;

/** Says in a sentence why the broker cannot be used: the client's own messages are protocol dumps, or empty. */
final class Failures {
	private Failures() {
	}

	static String sentence(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ShutdownSignalException signal) {
				return sentence(signal);
			}
		}
		String message = failure.getMessage();
		return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
	}

	private static String sentence(ShutdownSignalException signal) {
		return switch (signal.getReason()) {
			case AMQP.Channel.Close close -> close.getReplyText();
			case AMQP.Connection.Close close -> close.getReplyText();
			case null, default -> signal.getCause() == null ? "the connection was lost" : "the connection was lost: " + signal.getCause();
		};
	}
}
