package org.schoolbell.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;

/** Follows every link of the district's pages as somebody who has signed in, and notes those that lead nowhere. */
final class Crawl {
	private static final Pattern LINK = Pattern.compile("(?:href|src|<option value)=\"([^\"]*)\"");
	private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

	/** A link that is still to be followed, and where it stands. */
	private record Link(URI page, URI address) {}

	private final APIRequestContext requests;
	private final Deque<Link> open = new ArrayDeque<>();
	private final Set<URI> seen = new HashSet<>();
	private final List<String> faults = new ArrayList<>();

	/** @param requests with the cookies of whoever looks */
	Crawl(APIRequestContext requests) {
		this.requests = requests;
	}

	/** @return each link that leads nowhere, with the page where it stands */
	List<String> from(String path) {
		URI start = URI.create(Demo.running().district(path));
		follow(start, start);
		while (!open.isEmpty()) {
			look(open.pop());
		}
		return faults;
	}

	/** @return how many addresses were looked at */
	int size() {
		return seen.size();
	}

	private void look(Link link) {
		APIResponse answer = requests.get(link.address.toString());
		if (answer.status() >= 400) {
			faults.add(link.address + " on " + link.page.getPath() + " is answered " + answer.status());
		} else if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
			String html = answer.text();
			URI page = URI.create(answer.url());
			Set<String> ids = new HashSet<>(ID.matcher(html).results().map(id -> id.group(1)).toList());
			LINK.matcher(html).results().map(Crawl::target).forEach(next -> check(page, next, ids));
		}
		answer.dispose();
	}

	private static String target(MatchResult link) {
		return link.group(1).replace("&amp;", "&");
	}

	/** A link to another place of the same page needs that place; one to another language leads to what was looked at already. */
	private void check(URI page, String link, Set<String> ids) {
		if (link.startsWith("#")) {
			if (!ids.contains(link.substring(1))) {
				faults.add(link + " on " + page.getPath());
			}
		} else if (link.startsWith("/") && !link.contains("language=")) {
			follow(page, page.resolve(link.replaceFirst("#.*", "")));
		}
	}

	private void follow(URI page, URI address) {
		if (seen.add(address)) {
			open.add(new Link(page, address));
		}
	}
}
