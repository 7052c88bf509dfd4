package org.schoolbell.sandbox.webpush;

import org.schoolbell.sandbox.phone.Face;

/** Some of those who have subscribed. Safe for use by many threads. */
public interface Subscribers {

	/** What an endpoint leads to. */
	sealed interface Found {
		record Known(Subscriber subscriber) implements Found {}

		/** It was there once. */
		record Gone() implements Found {}

		record Unknown() implements Found {}
	}

	/** @param id the endpoint's last part */
	Found find(Face face, String id);
}
