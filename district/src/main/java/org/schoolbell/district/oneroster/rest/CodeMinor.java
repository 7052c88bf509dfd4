package org.schoolbell.district.oneroster.rest;

import org.springframework.http.HttpStatus;

/** The specification's minor codes of a failure. */
enum CodeMinor {
	INVALID_DATA("invaliddata"), INVALID_FILTER_FIELD("invalid_filter_field"), INVALID_SELECTION_FIELD(
			"invalid_selection_field"), UNAUTHORISED("unauthorisedrequest"), FORBIDDEN("forbidden"), UNKNOWN_OBJECT("unknownobject"), BUSY(
					"server_busy"), FAILED("internal_server_error");

	private final String word;

	CodeMinor(String word) {
		this.word = word;
	}

	String word() {
		return word;
	}

	/** @return the code of an answer that has no better one */
	static CodeMinor of(HttpStatus status) {
		return switch (status) {
			case UNAUTHORIZED -> UNAUTHORISED;
			case FORBIDDEN -> FORBIDDEN;
			case NOT_FOUND -> UNKNOWN_OBJECT;
			case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> BUSY;
			default -> status.is5xxServerError() ? FAILED : INVALID_DATA;
		};
	}
}
