package org.schoolbell.district.oneroster.rest;

import java.util.Optional;

import org.springframework.http.HttpStatus;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.web.Refusal;

/** Names of records in an address. */
final class SourcedIds {
	private SourcedIds() {
	}

	/** @return the name, empty if no record can have it */
	static Optional<SourcedId> valid(String segment) {
		return SourcedId.isValid(segment) ? Optional.of(new SourcedId(segment)) : Optional.empty();
	}

	/** What is to be saved cannot have such a name. */
	static Refusal impossible() {
		return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT,
				"The sourcedId in the address must have 1 to " + SourcedId.MOST_CHARACTERS + " characters, none of control.");
	}

	static Refusal unknown(String type) {
		return new Refusal(HttpStatus.NOT_FOUND, "No " + type + " of this district has this sourcedId.");
	}
}
