package org.schoolbell.district.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that are no text, whichever filter asks for one first: the servlet container reads them only then, and its own complaint repeats
 * what came in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableParameters extends OncePerRequestFilter {
	private final ErrorAnswers answers;

	UnreadableParameters(ErrorAnswers answers) {
		this.answers = answers;
	}

	static Refusal refusal(InvalidParameterException why) {
		if (why.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
			return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "A form has at most 2 MB. Nothing was changed.");
		}
		return new Refusal(HttpStatus.BAD_REQUEST,
				"A parameter is not readable: names and values must be UTF-8, percent-encoded. Nothing was changed.");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		} catch (InvalidParameterException parameter) {
			answers.writeBare(request, response, refusal(parameter));
		}
	}
}
