package org.schoolbell.district.oneroster.rest;

import org.springframework.http.HttpStatus;

import org.schoolbell.district.web.Refusal;

/** A refusal with a minor code of its own. */
final class OneRosterRefusal extends Refusal {
	private final CodeMinor code;

	OneRosterRefusal(HttpStatus status, CodeMinor code, String detail) {
		super(status, detail);
		this.code = code;
	}

	CodeMinor code() {
		return code;
	}
}
