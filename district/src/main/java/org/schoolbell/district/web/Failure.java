package org.schoolbell.district.web;

import java.security.SecureRandom;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/** That the server failed: it has a reference, which the log has too, so that whoever reports it need not say what was on the screen. */
final class Failure extends Refusal {
	/** Without letters and digits that are mistaken for each other when read aloud. */
	private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
	private static final int LENGTH = 8;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final String reference;

	Failure(HttpStatus status) {
		super(status, "The district server failed; its log says why. It is safe to send this again.");
		StringBuilder letters = new StringBuilder();
		RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(at -> letters.append(LETTERS.charAt(at)));
		this.reference = letters.toString();
	}

	@Override
	Optional<String> reference() {
		return Optional.of(reference);
	}
}
