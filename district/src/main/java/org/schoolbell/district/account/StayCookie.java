package org.schoolbell.district.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import org.schoolbell.district.device.Stay;
import org.schoolbell.district.device.StayToken;

/** Where a device keeps what it stays logged in by. No script reads it, and no other site makes a browser send it along with a form. */
final class StayCookie {
	private static final String NAME = "stay";

	private StayCookie() {
	}

	static boolean isThere(HttpServletRequest request) {
		return cookies(request).findAny().isPresent();
	}

	static Optional<StayToken> of(HttpServletRequest request) {
		return cookies(request).findFirst().flatMap(cookie -> StayToken.of(cookie.getValue()));
	}

	static void keep(Stay stay, HttpServletRequest request, HttpServletResponse response) {
		set(stay.token().value(), stay.lifetime(), request, response);
	}

	static void forget(HttpServletRequest request, HttpServletResponse response) {
		if (isThere(request)) {
			set("", Duration.ZERO, request, response);
		}
	}

	private static Stream<Cookie> cookies(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return Stream.ofNullable(cookies).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME));
	}

	private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, value).path("/").maxAge(age).httpOnly(true)
				.secure(request.isSecure()).sameSite("Lax").build().toString());
	}
}
