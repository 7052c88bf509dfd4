package org.schoolbell.district.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers a refusal in the form of the path that was asked for, from inside an endpoint's reach or from a filter before it. Thread-safe. */
@Component
public class ErrorAnswers {
	private static final ErrorForm PROBLEM = new ProblemForm();

	private final List<ErrorForm> forms;
	private final JsonMapper json;

	ErrorAnswers(List<ErrorForm> forms, JsonMapper json) {
		this.forms = forms;
		this.json = json;
	}

	ResponseEntity<Object> entity(String path, Refusal refusal, HttpHeaders headers) {
		ErrorForm form = form(path);
		return ResponseEntity.status(refusal.status()).headers(headers).contentType(form.mediaType()).body(form.body(refusal));
	}

	/** Writes the whole answer; headers that are set already stay. */
	public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
		ErrorForm form = form(request.getRequestURI());
		response.setStatus(refusal.status().value());
		response.setContentType(form.mediaType().toString());
		response.getOutputStream().write(json.writeValueAsBytes(form.body(refusal)));
	}

	private ErrorForm form(String path) {
		return forms.stream().filter(form -> form.covers(path)).findFirst().orElse(PROBLEM);
	}
}
