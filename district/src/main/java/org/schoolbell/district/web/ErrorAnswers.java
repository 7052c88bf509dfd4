package org.schoolbell.district.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.ProblemPage;

/**
 * Answers a refusal: to a browser that goes to a page with a page, else in the form of the path that was asked for. From inside an endpoint's reach or
 * from a filter before it.
 */
@Component
public class ErrorAnswers {
	private static final ErrorForm PROBLEM = new ProblemForm();
	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
	/** What programs call, whatever they say that they accept. */
	private static final List<String> PROGRAMS = List.of("/api", "/ims/", "/oauth2/", "/v3/", "/assets/", "/.well-known/");

	private final List<ErrorForm> forms;
	private final JsonMapper json;
	private final Pages pages;

	ErrorAnswers(List<ErrorForm> forms, JsonMapper json, Pages pages) {
		this.forms = forms;
		this.json = json;
		this.pages = pages;
	}

	ResponseEntity<Object> entity(HttpServletRequest request, String path, Refusal refusal, HttpHeaders headers) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status()).headers(headers);
		if (wantsPage(request, path)) {
			return answer.contentType(HTML).body(page(request, refusal));
		}
		ErrorForm form = form(path);
		return answer.contentType(form.mediaType()).body(form.body(refusal));
	}

	/** Writes the whole answer; headers that are set already stay. */
	public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
		ErrorForm form = form(request.getRequestURI());
		boolean wantsPage = wantsPage(request, request.getRequestURI());
		byte[] body = wantsPage ? page(request, refusal) : json.writeValueAsBytes(form.body(refusal));
		response.setStatus(refusal.status().value());
		response.setContentType((wantsPage ? HTML : form.mediaType()).toString());
		response.getOutputStream().write(body);
	}

	/** Writes the whole answer in the form of the path, never as a page: for requests that nothing of ours can be asked about. */
	void writeBare(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
		ErrorForm form = form(request.getRequestURI());
		response.setStatus(refusal.status().value());
		response.setContentType(form.mediaType().toString());
		response.getOutputStream().write(json.writeValueAsBytes(form.body(refusal)));
	}

	private byte[] page(HttpServletRequest request, Refusal refusal) {
		Map<String, Object> model = new HashMap<>(Map.of("problem", ProblemPage.of(refusal.status().value())));
		refusal.reference().ifPresent(reference -> model.put("reference", reference));
		return pages.page("page/problem", model, request).toByteArray();
	}

	private static boolean wantsPage(HttpServletRequest request, String path) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		if (accepted == null || PROGRAMS.stream().anyMatch(path::startsWith)) {
			return false;
		}
		try {
			// Named, not only covered by */*, which every program accepts.
			return MediaType.parseMediaTypes(accepted).stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
		} catch (InvalidMediaTypeException notAType) {
			return false;
		}
	}

	private ErrorForm form(String path) {
		return forms.stream().filter(form -> form.covers(path)).findFirst().orElse(PROBLEM);
	}
}
