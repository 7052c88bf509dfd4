package org.schoolbell.district.account.page;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What whoever tried too often is told: how long to wait, by status and header (RFC 6585, RFC 9110) and in words. */
final class Pause {
	private Pause() {
	}

	/** @return the minutes to say on the page */
	static long answer(HttpServletResponse response, Duration remaining) {
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(remaining.plusMillis(999).toSeconds()));
		return minutes(remaining);
	}

	/** @return whole minutes, one at least */
	static long minutes(Duration wait) {
		return Math.max(1, wait.plusSeconds(59).toMinutes());
	}
}
