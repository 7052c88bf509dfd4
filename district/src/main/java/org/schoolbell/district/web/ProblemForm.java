package org.schoolbell.district.web;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Problem details (RFC 9457) of type {@code about:blank}: the title is the status's own, the detail says what would be right,
 * {@code pointer} where in the body, and {@code reference} what the log calls a failure of the server.
 */
final class ProblemForm implements ErrorForm {
	@Override
	public boolean covers(String path) {
		return true;
	}

	@Override
	public MediaType mediaType() {
		return MediaType.APPLICATION_PROBLEM_JSON;
	}

	@Override
	public Object body(Refusal refusal) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail());
		problem.setTitle(refusal.status().getReasonPhrase());
		refusal.pointer().ifPresent(pointer -> problem.setProperty("pointer", pointer));
		refusal.reference().ifPresent(reference -> problem.setProperty("reference", reference));
		return problem;
	}
}
