package org.schoolbell.district.account.page;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import org.schoolbell.district.account.BrowserToken;

/** Where a browser keeps by what it is known again at its next sign-in. */
final class BrowserCookie {
	private static final String NAME = "browser";
	private static final Duration KEPT = Duration.ofDays(365);

	private BrowserCookie() {
	}

	static Optional<BrowserToken> of(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return Stream.ofNullable(cookies).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME)).findFirst()
				.flatMap(cookie -> BrowserToken.of(cookie.getValue()));
	}

	static void keep(BrowserToken token, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, token.value()).path(SignInPages.ADDRESS).maxAge(KEPT).httpOnly(true)
						.secure(request.isSecure()).sameSite("Lax").build().toString());
	}
}
