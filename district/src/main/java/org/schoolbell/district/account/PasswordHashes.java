package org.schoolbell.district.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import org.schoolbell.district.web.Refusal;

/**
 * Argon2id hashes of people's passwords: 16 MB and some 0.1 s of a core each. So many at once as there are cores, so that a flood of tries takes
 * neither the memory nor, by queueing, more than its share. Thread-safe.
 */
@Component
class PasswordHashes {
	private static final int WAIT_SECONDS = 10;

	private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
	private final Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
	/** Compared with where there is no account: the same work, so that time does not tell. */
	private final String nobody = String.valueOf(encoder.encode("nobody has this one"));

	/** @throws Refusal if too many others are waiting */
	String hash(Password password) {
		return inTurn(() -> String.valueOf(encoder.encode(password.value())));
	}

	/**
	 * @param hash null where there is no account, which takes as long and matches nothing
	 * @throws Refusal if too many others are waiting
	 */
	boolean matches(Password password, @Nullable String hash) {
		boolean same = inTurn(() -> encoder.matches(password.value(), hash == null ? nobody : hash));
		return same && hash != null;
	}

	private interface Work<T> {
		T done();
	}

	private <T> T inTurn(Work<T> work) {
		try {
			if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
				throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "Many people are signing in at this moment. Try again in a minute.");
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped while waiting for a turn", e);
		}
		try {
			return work.done();
		} finally {
			turns.release();
		}
	}
}
