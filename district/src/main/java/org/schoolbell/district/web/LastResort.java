package org.schoolbell.district.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Hidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Words what the servlet container itself refused, or what failed outside of every endpoint. Reached by the container's error dispatch alone. */
@Hidden
@RestController
class LastResort implements ErrorController {
	private static final Logger log = LoggerFactory.getLogger(LastResort.class);

	private final ErrorAnswers answers;

	LastResort(ErrorAnswers answers) {
		this.answers = answers;
	}

	@RequestMapping("/error")
	ResponseEntity<Object> error(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
		HttpStatus known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
		Refusal refusal = known.is5xxServerError()
				? failure(request, known)
				: new Refusal(known, "The request could not be taken as it is.");
		return answers.entity(request, String.valueOf(path), refusal, HttpHeaders.EMPTY);
	}

	private static Failure failure(HttpServletRequest request, HttpStatus status) {
		Failure failure = new Failure(status);
		log.error("{} failed outside of every endpoint, reference {}", request.getMethod(), failure.reference().orElseThrow(),
				(Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		return failure;
	}
}
