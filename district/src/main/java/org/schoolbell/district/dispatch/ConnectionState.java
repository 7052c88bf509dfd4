package org.schoolbell.district.dispatch;

import java.time.Instant;

/** How this server stands to the relay's broker, for pages and health checks. */
public sealed interface ConnectionState {

	/** @return since when it is so */
	Instant since();

	/** No broker is configured: pushes wait in the outbox. */
	record NotConfigured(Instant since) implements ConnectionState {}

	/** Signed in; the broker has taken a message for the relay, and receipts are awaited. */
	record Connected(Instant since) implements ConnectionState {}

	/** Another server of this district publishes. */
	record StandingBy(Instant since) implements ConnectionState {}

	/** Nothing is published; pushes wait in the outbox, and the connection is tried again for ever. */
	record Down(Instant since, Reason reason) implements ConnectionState {}

	/** Why nothing is published. */
	enum Reason {
		/** The first attempt is under way. */
		STARTING("starting"),
		/** DNS knows no such host. */
		HOST_UNKNOWN("the broker's host name is not known"),
		/** Nobody answers at the port, or something between keeps it from answering. */
		UNREACHABLE("the broker cannot be reached"),
		/** The broker's certificate is not trusted, has expired, or is another host's. */
		TLS_REFUSED("the broker's certificate was refused"),
		/** Wrong user name or password, or no right to the virtual host. */
		SIGN_IN_REFUSED("the broker refused the sign-in"),
		/** No right to publish or to consume, or there is no such exchange or queue. */
		NOT_ALLOWED("the broker refused this district's exchange or queue"),
		/** Nothing is bound to the exchange, or the queue is full. */
		NOT_TAKEN("the broker did not take a message"),
		/** It was there and went away. */
		LOST("the connection was lost"),
		/** The district's own database. */
		DATABASE("the database cannot be reached"),
		/** A fault of the server, which its log tells. */
		FAULT("a fault in the district server, see its log"),
		/** An orderly stop. */
		STOPPED("stopped");

		private final String sentence;

		Reason(String sentence) {
			this.sentence = sentence;
		}

		/** @return the reason in English, for logs and health checks */
		public String sentence() {
			return sentence;
		}
	}
}
