package org.schoolbell.sandbox;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers bad input with a problem detail (RFC 9457) that says what is wrong, where, and what would be right. */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {
	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "the body is missing or unreadable");
		if (unreadable.getCause() instanceof JacksonException cause) {
			problem.setDetail(explain(cause));
			problem.setProperty("pointer", pointer(cause));
		}
		return handleExceptionInternal(unreadable, problem, headers, status, request);
	}

	private static String explain(JacksonException cause) {
		// What a record of ours has to say about its values is the sentence to pass on.
		if (NestedExceptionUtils.getRootCause(cause) instanceof IllegalArgumentException refused && refused.getMessage() != null) {
			return refused.getMessage();
		}
		return switch (cause) {
			case UnrecognizedPropertyException unknown ->
				"\"%s\" is not known here; known are %s".formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
			case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
				"\"%s\" is none of %s".formatted(wrong.getValue(), List.of(wrong.getTargetType().getEnumConstants()));
			default -> cause.getOriginalMessage();
		};
	}

	private static String pointer(JacksonException cause) {
		return cause.getPath().stream().map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
				.collect(Collectors.joining());
	}
}
