package org.schoolbell.district.account.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.csrf.CsrfException;

import org.schoolbell.district.web.ErrorAnswers;
import org.schoolbell.district.web.Refusal;

/** What those hear who are not let in to a page: whoever follows a link signs in first and goes on from there, a script is told. */
final class PageDoor {
	private final PageCallers callers;
	private final ErrorAnswers answers;

	PageDoor(PageCallers callers, ErrorAnswers answers) {
		this.callers = callers;
		this.answers = answers;
	}

	void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException why) throws IOException {
		switch (answer(request, why)) {
			case NOTHING, ENTER ->
				say(request, response, HttpStatus.NOT_FOUND, "There is nothing at this address; /api shows what there is.");
			case SIGN_IN -> signIn(request, response);
			case FORBIDDEN ->
				say(request, response, HttpStatus.FORBIDDEN, "Your roles have no right to this. An administrator can give it.");
			case FOREIGN -> say(request, response, HttpStatus.FORBIDDEN, isApi(request)
					? "Send the header X-CSRF-TOKEN, from the same site: GET /api/v1/devices answers its value in a header of this name."
					: "This form came from elsewhere, or from before you signed in. Go back, load the page again and send it from there.");
		}
	}

	private PageCallers.Answer answer(HttpServletRequest request, RuntimeException why) {
		if (why instanceof CsrfException) {
			return callers.serve(request) ? PageCallers.Answer.FOREIGN : PageCallers.Answer.NOTHING;
		}
		return denial(why) instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof PageCallers.Decision decision
						? decision.answer()
						: PageCallers.Answer.NOTHING;
	}

	/** Of whoever is nobody, Spring Security passes the denial on as a cause. */
	private static @Nullable Throwable denial(RuntimeException why) {
		return why instanceof AuthorizationDeniedException ? why : why.getCause();
	}

	private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (isScript(request)) {
			say(request, response, HttpStatus.UNAUTHORIZED, "You are not signed in, or no longer. Sign in at /sign-in.");
			return;
		}
		String query = request.getQueryString();
		String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
		boolean start = asked.equals("/") || !request.getMethod().equals("GET");
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, "/sign-in" + (start ? "" : "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)));
	}

	private static boolean isApi(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	/** Browsers say what a request is for; htmx says that it is it; and nobody reads an API by going there. */
	private static boolean isScript(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return isApi(request) || request.getHeader("HX-Request") != null || (mode != null && !mode.equals("navigate"));
	}

	private void say(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		answers.write(request, response, new Refusal(status, detail));
	}
}
