package org.schoolbell.district.page;

import java.math.BigDecimal;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template is given as {@code page}: the texts, who is signed in, the navigation, addresses. For one request, on its thread. */
public final class Page {
	/** Where the form of every page signs out, by POST. */
	public static final String SIGN_OUT = "/sign-out";

	private static final int MOST_SHOWN = 99;

	private final HttpServletRequest request;
	private final Texts texts;
	private final Optional<SignedIn> person;
	private final @Nullable Authentication who;
	private final Map<Group, List<NavigationEntry>> navigation;
	private final String path;
	private final Site site;

	/** What is the same for all pages. */
	record Site(Languages languages, Navigation navigation, Assets assets) {}

	Page(HttpServletRequest request, String path, @Nullable Authentication who, Site site) {
		this.request = request;
		this.path = path;
		this.site = site;
		this.person = who != null && who.getPrincipal() instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
		this.texts = site.languages().of(request, person);
		this.who = person.isPresent() ? who : null;
		this.navigation = site.navigation().seenBy(this.who);
	}

	/** @return what the page says, in the reader's language */
	public Texts t() {
		return texts;
	}

	/** @return who is signed in */
	public Optional<SignedIn> person() {
		return person;
	}

	/** @return whether the reader sees pages of families alone */
	public boolean ofFamily() {
		return person.map(SignedIn::ofFamily).orElse(false);
	}

	/** @return the one or two letters that stand for whoever is signed in, empty if nobody is */
	public String initials() {
		String[] words = person.map(SignedIn::name).orElse("").strip().split("\\s+");
		String first = firstCharacter(words[0]);
		return (words.length == 1 ? first : first + firstCharacter(words[words.length - 1])).toUpperCase(Locale.ROOT);
	}

	/** @return the groups of the navigation that have entries for this reader, in their order */
	public List<Group> groups() {
		return List.copyOf(navigation.keySet());
	}

	/** @return the entries of this group that this reader sees */
	public List<NavigationEntry> entries(Group group) {
		return navigation.getOrDefault(group, List.of());
	}

	/** @return how much of an entry waits to be read, 0 where that is not counted; each call asks anew */
	public int count(NavigationEntry entry) {
		ToIntFunction<Authentication> count = entry.count();
		return who == null || count == null ? 0 : count.applyAsInt(who);
	}

	/** @return a number as it fits into a small circle: 99+ for all that is more */
	public String shortCount(int count) {
		return shortCount(count, texts);
	}

	/** @return the same, for answers to scripts */
	public static String shortCount(int count, Texts texts) {
		return texts.number(BigDecimal.valueOf(Math.min(count, MOST_SHOWN))) + (count > MOST_SHOWN ? "+" : "");
	}

	/** @return {@code page} for the entry where the reader is, as {@code aria-current} wants it, else null */
	public @Nullable String current(NavigationEntry entry) {
		return entry.leadsTo(path) ? "page" : null;
	}

	/** @return the address of this page, without its query */
	public String path() {
		return path;
	}

	/** @return other languages that this page can be read in, BCP 47 */
	public List<String> otherLanguages() {
		return site.languages().tags(person).stream().filter(tag -> !tag.equals(texts.language())).toList();
	}

	/** @return where the reader is, in another language */
	public String in(String tag) {
		String query = request.getQueryString();
		Stream<String> others = query == null
				? Stream.empty()
				: Arrays.stream(query.split("&")).filter(pair -> !pair.startsWith("language="));
		return "?" + Stream.concat(others, Stream.of("language=" + tag)).collect(Collectors.joining("&"));
	}

	/** @return what this language calls itself */
	public String nameOf(String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		String name = locale.getDisplayLanguage(locale);
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

	/**
	 * @return the address of a style sheet, script or drawing, good for as long as this release runs
	 * @throws IllegalArgumentException if there is no such file
	 */
	public String asset(String name) {
		return site.assets().address(name);
	}

	/**
	 * @return the address of an icon
	 * @throws IllegalArgumentException if there is no such icon
	 */
	public String icon(String name) {
		return site.assets().icon(name);
	}

	/** @return what forms send along; asking for it may begin a session, so a page without forms does not ask */
	public Optional<Csrf> csrf() {
		return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
				? Optional.of(new Csrf(token.getParameterName(), token.getHeaderName(), token.getToken()))
				: Optional.empty();
	}

	private static String firstCharacter(String word) {
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(word);
		return word.isEmpty() ? "" : word.substring(0, characters.next());
	}
}
