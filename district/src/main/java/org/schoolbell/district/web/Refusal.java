package org.schoolbell.district.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a request is refused: thrown by an endpoint, made by a filter, and worded for the caller by an {@link ErrorForm}. It has no stack trace, since
 * it tells the caller of the caller's mistake.
 */
public class Refusal extends RuntimeException {
	private final HttpStatus status;
	private final @Nullable String pointer;

	/**
	 * @param status the status of the answer
	 * @param detail for the caller: what is wrong, where, and what would be right; no value that came in, and nothing of our insides
	 */
	public Refusal(HttpStatus status, String detail) {
		this(status, detail, null);
	}

	/** @param pointer where in the body (RFC 6901) */
	protected Refusal(HttpStatus status, String detail, @Nullable String pointer) {
		super(detail, null, false, false);
		this.status = status;
		this.pointer = pointer;
	}

	/** @return the refusal of a body that is one item, and not a good one */
	public static Refusal of(InvalidItem item) {
		return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, item.reason(), item.pointer());
	}

	/** @return the status of the answer */
	public final HttpStatus status() {
		return status;
	}

	/** @return what is wrong, where, and what would be right */
	public final String detail() {
		return String.valueOf(getMessage());
	}

	/** @return what the log calls this occurrence, if the server is to blame */
	Optional<String> reference() {
		return Optional.empty();
	}

	/** @return where in the body (RFC 6901), if it is about a place in it */
	public final Optional<String> pointer() {
		return Optional.ofNullable(pointer);
	}
}
