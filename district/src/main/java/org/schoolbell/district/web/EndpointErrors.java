package org.schoolbell.district.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever goes wrong at or before an endpoint into an answer that says what would be right, and never shows our insides. */
@RestControllerAdvice
class EndpointErrors extends ResponseEntityExceptionHandler {
	private static final Logger log = LoggerFactory.getLogger(EndpointErrors.class);

	private final ErrorAnswers answers;

	EndpointErrors(ErrorAnswers answers) {
		this.answers = answers;
	}

	@ExceptionHandler
	ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
		return answers.entity(request, request.getRequestURI(), refusal, HttpHeaders.EMPTY);
	}

	/** Its message repeats the value that came in. */
	@ExceptionHandler
	void unreadable(InvalidParameterException parameter, HttpServletRequest request, HttpServletResponse response) throws IOException {
		answers.writeBare(request, response, UnreadableParameters.refusal(parameter));
	}

	@ExceptionHandler
	@Nullable
	ResponseEntity<Object> failed(Exception failure, HttpServletRequest request) {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return null; // nobody is there to read an answer
		}
		Failure failed = new Failure(HttpStatus.INTERNAL_SERVER_ERROR);
		log.error("{} {} failed, reference {}", request.getMethod(), request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
				failed.reference().orElseThrow(), failure);
		return answers.entity(request, request.getRequestURI(), failed, HttpHeaders.EMPTY);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception exception, @Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
		if (status.is5xxServerError()) {
			return failed(exception, asked);
		}
		return answers.entity(asked, asked.getRequestURI(), new Refusal(HttpStatus.valueOf(status.value()), sentence(exception)), headers);
	}

	private static String sentence(Exception exception) {
		return switch (exception) {
			case NoHandlerFoundException _ -> "There is nothing at this address; /api shows what there is.";
			case NoResourceFoundException _ -> "There is nothing at this address; /api shows what there is.";
			case HttpRequestMethodNotSupportedException method -> "This address takes " + methods(method.getSupportedHttpMethods()) + ".";
			case HttpMediaTypeNotSupportedException _ -> "Send the body as application/json.";
			case HttpMediaTypeNotAcceptableException _ -> "This address answers application/json: accept that.";
			case MissingServletRequestParameterException parameter -> "The parameter " + parameter.getParameterName() + " is missing.";
			default -> "The request is not as /v3/api-docs describes it.";
		};
	}

	private static String methods(@Nullable Set<HttpMethod> methods) {
		return methods == null || methods.isEmpty()
				? "no other method"
				: String.join(", ", methods.stream().map(HttpMethod::name).sorted().toList());
	}
}
