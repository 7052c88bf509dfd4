package org.schoolbell.district.dispatch.seal;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.schoolbell.wire.WebPushHosts;

/**
 * What this district is to the push services of browsers.
 *
 * @param subject where a push service reaches whoever runs this server, {@code mailto:push@district.example.org} or an https address (RFC 8292); without one no
 *        browser is offered notifications or gets any
 * @param hosts the push services that a browser may name, see {@link WebPushHosts}; none named: those of the browsers there are
 */
@ConfigurationProperties("schoolbell.webpush")
record WebPushSettings(@Nullable String subject, @DefaultValue List<String> hosts) {
	/** Apple refuses a subject without a real domain, and all pushes with it. */
	private static final String DOMAIN = "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}";
	private static final Pattern SUBJECT = Pattern
			.compile("mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + DOMAIN + "|https://" + DOMAIN + "(/[!-~]{0,200})?");

	/** @throws IllegalArgumentException if the subject is no such address or a host is none */
	WebPushSettings {
		if (subject != null && !SUBJECT.matcher(subject).matches()) {
			throw new IllegalArgumentException("schoolbell.webpush.subject: an address where push services reach you, such as "
					+ "mailto:push@district.example.org or https://district.example.org/push, with a domain and without spaces");
		}
		hosts = hosts.isEmpty() ? WebPushHosts.KNOWN : List.copyOf(hosts);
		try {
			WebPushHosts.of(hosts);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("schoolbell.webpush.hosts: " + e.getMessage(), e);
		}
	}
}
