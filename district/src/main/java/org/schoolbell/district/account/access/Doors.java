package org.schoolbell.district.account.access;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.stereotype.Component;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.web.ErrorAnswers;
import org.schoolbell.district.web.Refusal;

/** What those hear who are not let in. */
@Component
class Doors {
	/** Where clients get their tokens. */
	static final String TOKEN = "/oauth2/token";

	private final ErrorAnswers answers;
	private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
	private final BearerTokenAccessDeniedHandler insufficient = new BearerTokenAccessDeniedHandler();

	Doors(ErrorAnswers answers) {
		this.answers = answers;
	}

	/** At an API: no token, or one that is wrong or has expired. */
	void noToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
		challenge.commence(request, response, why);
		answers.write(request, response, new Refusal(HttpStatus.UNAUTHORIZED,
				"Send a valid access token as \"Authorization: Bearer TOKEN\"; POST /oauth2/token gives one to a client with its secret."));
	}

	/** At an API: a good token without the endpoint's scope. */
	void wrongScope(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
		insufficient.handle(request, response, why);
		List<Scope> wanted = why instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof DeclaredCallers.ByScope decision ? decision.wanted() : List.of();
		String detail = wanted.isEmpty()
				? "No client may call this."
				: "This needs a token with the scope " + String.join(" or ", wanted.stream().map(Scope::value).toList()) + ".";
		answers.write(request, response, new Refusal(HttpStatus.FORBIDDEN, detail));
	}

	/** At the token endpoint: the request names no client (a wrong secret was answered before). Form and code are OAuth's (RFC 6749, 5.2). */
	void noClient(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
		if (!HttpMethod.POST.matches(request.getMethod()) || !request.getRequestURI().equals(TOKEN)) {
			wrongMethod(request, response, why);
			return;
		}
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"schoolbell\"");
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getWriter()
				.write("{\"error\":\"invalid_client\",\"error_description\":\"Send the client's id and secret by HTTP Basic.\"}");
	}

	/** At an address that is there for another method. */
	void wrongMethod(HttpServletRequest request, HttpServletResponse response, RuntimeException why) throws IOException {
		String right = request.getRequestURI().equals(TOKEN) ? "POST" : "GET";
		response.setHeader(HttpHeaders.ALLOW, right);
		answers.write(request, response, new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "This address takes " + right + "."));
	}

	/** Where there is nothing to be had. */
	void nothing(HttpServletRequest request, HttpServletResponse response, RuntimeException why) throws IOException {
		answers.write(request, response,
				new Refusal(HttpStatus.NOT_FOUND, "There is nothing at this address; /api shows what there is."));
	}
}
