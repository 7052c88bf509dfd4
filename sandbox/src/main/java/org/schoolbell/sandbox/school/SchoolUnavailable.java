package org.schoolbell.sandbox.school;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The district cannot be asked; its detail is a sentence for whoever looks at the page. */
final class SchoolUnavailable extends ErrorResponseException {
	private static final long serialVersionUID = 1;

	/** @param detail what is wrong and what would mend it */
	SchoolUnavailable(String detail, @Nullable Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, cause);
		setDetail(detail);
	}

	/** Nobody has said which district. */
	static SchoolUnavailable notConnected() {
		return new SchoolUnavailable("No district is connected yet. The demo connects its own when it is ready; a sandbox by itself needs"
				+ " sandbox.school.district, client-id and client-secret.", null);
	}

	String detail() {
		String detail = getBody().getDetail();
		return detail == null ? "" : detail;
	}
}
