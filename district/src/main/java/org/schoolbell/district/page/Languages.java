package org.schoolbell.district.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * that the person has chosen, else the cookie's, else the best that the browser accepts, else English. A language has a file; one without the texts of
 * staff is for families. Thread-safe.
 */
@Component("pageLanguages")
class Languages {
	/** Of the address and of the cookie. */
	private static final String NAME = "language";
	/** All that have a file. */
	static final List<String> TAGS = Messages.tags(Languages.class);
	private static final long YEAR_SECONDS = 365L * 24 * 3600;

	/** Those that have every text: what staff may read, too. */
	static final List<String> COMPLETE = complete();

	private final Map<String, Texts> all;
	private final Map<String, Texts> complete;

	Languages(DistrictZone zone) {
		this.all = texts(TAGS, zone);
		this.complete = texts(COMPLETE, zone);
	}

	/** @return BCP 47 tags of the languages for this reader: whoever sees pages of staff reads only those in which they are written */
	List<String> tags(Optional<SignedIn> person) {
		return List.copyOf(texts(person).keySet());
	}

	private Map<String, Texts> texts(Optional<SignedIn> person) {
		return person.isEmpty() || person.get().ofFamily() ? all : complete;
	}

	private static Map<String, Texts> texts(List<String> tags, DistrictZone zone) {
		Map<String, Texts> texts = new LinkedHashMap<>();
		tags.forEach(tag -> texts.put(tag, new Texts(Messages.load(Languages.class, tag, TAGS.getFirst()), zone.zone())));
		return texts;
	}

	private static List<String> complete() {
		Set<String> keys = Messages.load(Languages.class, TAGS.getFirst()).keys();
		return TAGS.stream().filter(tag -> Messages.load(Languages.class, tag).keys().containsAll(keys)).toList();
	}

	Texts of(HttpServletRequest request, Optional<SignedIn> person) {
		return new Asked(texts(person)).of(request, person);
	}

	/** Keeps the language that the address asks for, for whoever uses this browser. */
	void remember(HttpServletRequest request, HttpServletResponse response) {
		new Asked(all).asked(request).ifPresent(chosen -> response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, chosen.language()).path("/").maxAge(YEAR_SECONDS).httpOnly(true).secure(request.isSecure())
						.sameSite("Lax").build().toString()));
	}

	/** What a request asks for among these languages. */
	private record Asked(Map<String, Texts> texts) {
		Texts of(HttpServletRequest request, Optional<SignedIn> person) {
			return asked(request).or(() -> person.flatMap(SignedIn::language).flatMap(this::known))
					.or(() -> remembered(request))
					.or(() -> accepted(request))
					.orElseGet(() -> known(TAGS.getFirst()).orElseThrow());
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
				return known(Locale.lookupTag(Locale.LanguageRange.parse(header), texts.keySet()));
			} catch (IllegalArgumentException notALanguage) {
				return Optional.empty();
			}
		}

		private Optional<Texts> known(@Nullable String tag) {
			return tag == null ? Optional.empty() : Optional.ofNullable(texts.get(tag.split("[-_]", 2)[0]));
		}
	}
}
