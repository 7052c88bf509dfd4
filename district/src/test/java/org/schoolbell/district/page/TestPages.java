package org.schoolbell.district.page;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import gg.jte.Content;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.schoolbell.district.calendar.DistrictZone;

/** The templates, filled in without a server. */
final class TestPages {
	private TestPages() {
	}

	record Teacher(String name, String place, Optional<String> language) implements SignedIn {}

	static Pages with(NavigationEntry... entries) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		Arrays.stream(entries).forEach(entry -> beans.addBean(entry.key(), entry));
		return new Pages(new Languages(new DistrictZone(ZoneId.of("America/Chicago"))),
				new Navigation(beans.getBeanProvider(NavigationEntry.class)), new Assets());
	}

	static MockHttpServletRequest request(String address) {
		String[] parts = address.split("\\?", 2);
		MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
		request.setQueryString(parts.length == 2 ? parts[1] : null);
		return request;
	}

	static String html(Pages pages, String template, Map<String, Object> model, MockHttpServletRequest request) {
		return new String(pages.page(template, model, request).toByteArray(), StandardCharsets.UTF_8);
	}

	/** Fills a template in for a reader who is signed in. */
	static String html(Pages pages, String template, Map<String, Object> model, MockHttpServletRequest request, SignedIn person) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "", "ROLE_TEACHER"));
		try {
			return html(pages, template, model, request);
		} finally {
			SecurityContextHolder.clearContext();
		}
	}

	static Content content(String html) {
		return output -> output.writeContent(html);
	}
}
