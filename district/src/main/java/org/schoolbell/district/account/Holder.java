package org.schoolbell.district.account;

import org.schoolbell.district.event.PersonId;

/** Whose account it is. */
public sealed interface Holder {
	/** Somebody of the roster, who is called as there. */
	record Listed(PersonId person) implements Holder {}

	/** Somebody whom the roster does not have, such as who set the server up. */
	record Unlisted(String name) implements Holder {
		/** @throws IllegalArgumentException if there is no name */
		public Unlisted {
			if (name.isBlank()) {
				throw new IllegalArgumentException("Who is not in the roster has a name.");
			}
		}

		/** Without the name, so that none gets into a log by accident. */
		@Override
		public String toString() {
			return "Unlisted[redacted]";
		}
	}
}
