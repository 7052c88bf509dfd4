package org.schoolbell.district.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.text.Messages;

/**
 * The languages of pages, and which one a request gets: the one asked for in the address ({@code ?language=es}, remembered in a cookie), else the one
 * that the person has chosen, else the cookie's, else the best that the browser accepts, else English. Thread-safe.
 */
@Component("pageLanguages")
class Languages {
	/** Of the address and of the cookie. */
	private static final String NAME = "language";
	static final List<String> TAGS = List.of("en", "es");
	private static final long YEAR_SECONDS = 365L * 24 * 3600;

	private final Map<String, Texts> texts = new LinkedHashMap<>();

	Languages(DistrictZone zone) {
		TAGS.forEach(tag -> texts.put(tag, new Texts(Messages.load(Languages.class, tag), zone.zone())));
	}

	/** @return BCP 47 tags of all languages */
	List<String> tags() {
		return TAGS;
	}

	Texts of(HttpServletRequest request, Optional<SignedIn> person) {
		return asked(request).or(() -> person.flatMap(SignedIn::language).flatMap(this::known))
				.or(() -> remembered(request))
				.or(() -> accepted(request))
				.orElseGet(() -> known(TAGS.getFirst()).orElseThrow());
	}

	/** Keeps the language that the address asks for, for whoever uses this browser. */
	void remember(HttpServletRequest request, HttpServletResponse response) {
		asked(request).ifPresent(chosen -> response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, chosen.language()).path("/").maxAge(YEAR_SECONDS).httpOnly(true).secure(request.isSecure())
						.sameSite("Lax").build().toString()));
	}

	private Optional<Texts> asked(HttpServletRequest request) {
		// The query alone: reading parameters would also read, and so consume, a body.
		String query = request.getQueryString();
		return query == null
				? Optional.empty()
				: Arrays.stream(query.split("&")).filter(pair -> pair.startsWith(NAME + "="))
						.map(pair -> pair.substring(NAME.length() + 1)).findFirst().flatMap(this::known);
	}

	private Optional<Texts> remembered(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return cookies == null
				? Optional.empty()
				: Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).findFirst()
						.flatMap(this::known);
	}

	private Optional<Texts> accepted(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
		if (header == null) {
			return Optional.empty();
		}
		try {
			return known(Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS));
		} catch (IllegalArgumentException notALanguage) {
			return Optional.empty();
		}
	}

	private Optional<Texts> known(@Nullable String tag) {
		return tag == null ? Optional.empty() : Optional.ofNullable(texts.get(tag.split("[-_]", 2)[0]));
	}
}
