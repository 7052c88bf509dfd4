package org.schoolbell.district.page;

/** Pages that say why there is not the page that was asked for, and what to do: no detail of ours, no name, no record. */
public enum ProblemPage {
	/** Not well-formed, or a form that is too old. */
	BAD_REQUEST("problem.bad-request.title", "problem.bad-request.advice"),
	/** Signed in, without the right. */
	FORBIDDEN("problem.forbidden.title", "problem.forbidden.advice"),
	/** Nothing there. */
	NOT_FOUND("problem.not-found.title", "problem.not-found.advice"),
	/** Someone else was faster. */
	CONFLICT("problem.conflict.title", "problem.conflict.advice"),
	/** More than the server takes, at once or in a while. */
	TOO_MUCH("problem.too-much.title", "problem.too-much.advice"),
	/** Ours to mend. */
	FAILED("problem.failed.title", "problem.failed.advice");

	private static final int SERVER_ERRORS = 500;

	private final String title;
	private final String advice;

	ProblemPage(String title, String advice) {
		this.title = title;
		this.advice = advice;
	}

	/**
	 * @param status of HTTP, 400 or above
	 * @return the page for it
	 */
	public static ProblemPage of(int status) {
		return switch (status) {
			case 401, 403 -> FORBIDDEN;
			case 404, 405, 410 -> NOT_FOUND;
			case 409, 412 -> CONFLICT;
			case 413, 429 -> TOO_MUCH;
			default -> status < SERVER_ERRORS ? BAD_REQUEST : FAILED;
		};
	}

	/** @return the text of its heading */
	public String title() {
		return title;
	}

	/** @return the text of what to do */
	public String advice() {
		return advice;
	}
}
