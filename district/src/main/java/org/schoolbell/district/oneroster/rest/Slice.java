package org.schoolbell.district.oneroster.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which part of a collection is asked for: {@code limit} of 1 to 10,000, by default 100, from {@code offset} on. */
record Slice(int limit, long offset) {
	static final String LIMIT = "100";
	private static final int MOST = 10_000;
	/** What the specification has and this server does not do yet: to ignore it would answer another question than was asked. */
	private static final Map<String, CodeMinor> NOT_SERVED = Map.of("filter", CodeMinor.INVALID_FILTER_FIELD, "sort",
			CodeMinor.INVALID_SELECTION_FIELD, "orderBy", CodeMinor.INVALID_SELECTION_FIELD, "fields", CodeMinor.INVALID_SELECTION_FIELD);

	static Slice of(HttpServletRequest request, String limit, String offset) {
		NOT_SERVED.forEach((parameter, code) -> {
			if (request.getParameter(parameter) != null) {
				throw new OneRosterRefusal(HttpStatus.BAD_REQUEST, code,
						"The parameter " + parameter + " is not served; collections take limit and offset.");
			}
		});
		return new Slice((int) number("limit", limit, 1, MOST), number("offset", offset, 0, Integer.MAX_VALUE));
	}

	/** @return the headers that tell how many records there are, and where the others are (RFC 8288) */
	HttpHeaders headers(long total) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Total-Count", Long.toString(total));
		List<String> links = new ArrayList<>();
		if (offset + limit < total) {
			links.add(link("next", offset + limit));
		}
		if (offset > 0) {
			links.add(link("prev", Math.max(0, offset - limit)));
		}
		links.add(link("first", 0));
		links.add(link("last", total == 0 ? 0 : (total - 1) / limit * limit));
		headers.set(HttpHeaders.LINK, String.join(", ", links));
		return headers;
	}

	private String link(String relation, long from) {
		return "<" + ServletUriComponentsBuilder.fromCurrentRequestUri().queryParam("limit", limit).queryParam("offset", from).toUriString()
				+ ">; rel=\"" + relation + "\"";
	}

	private static long number(String name, String value, long least, long most) {
		try {
			long number = Long.parseLong(value);
			if (number >= least && number <= most) {
				return number;
			}
		} catch (NumberFormatException e) {
			// answered below
		}
		throw new OneRosterRefusal(HttpStatus.BAD_REQUEST, CodeMinor.INVALID_DATA,
				"The parameter " + name + " must be a whole number from " + least + " to " + most + ".");
	}
}
