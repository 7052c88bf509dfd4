package org.schoolbell.wire;

import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which addresses of browsers may be called, and which tricks with addresses get nowhere. */
class WebPushHostsTest {
	private static final WebPushHosts KNOWN = WebPushHosts.of(WebPushHosts.KNOWN);
	private static final WebPushHosts DEMO = WebPushHosts.of(List.of("localhost:7445", "fcm.googleapis.com"));

	@ParameterizedTest
	@ValueSource(strings = {"https://fcm.googleapis.com/fcm/send/abc:APA91b", "https://FCM.GoogleAPIs.com/wp/x",
			"https://fcm.googleapis.com:443/x",
			"https://jmt17.google.com/fcm/send/x", "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
			"https://wns2-by3p.notify.windows.com/w/?token=BQYAAA%3d", "https://web.push.apple.com/QOx", "https://a.b.push.apple.com/x"})
	void theServicesOfTheBrowsersThereAreMayBeCalled(String endpoint) {
		assertThat(KNOWN.allow(new WebPushEndpoint(endpoint))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// Somebody else's.
			"https://example.org/x", "https://fcm.googleapis.com.example.org/x", "https://evilfcm.googleapis.com/x",
			"https://evilpush.apple.com/x", "https://example.org/fcm.googleapis.com", "https://example.org/?.push.apple.com",
			// The domain itself, where only what is below it is listed.
			"https://push.apple.com/x", "https://.push.apple.com/x", "https://notify.windows.com/x",
			// Another port, and a port that is none.
			"https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com:80/x", "https://fcm.googleapis.com:0/x",
			"https://fcm.googleapis.com:99999/x", "https://fcm.googleapis.com:/x",
			// The same name for a resolver, another for a list.
			"https://fcm.googleapis.com./x", "https://web.push.apple.com./x", "https://fcm..googleapis.com/x",
			// Who stands before an @.
			"https://fcm.googleapis.com@example.org/x", "https://example.org@fcm.googleapis.com/x", "https://u:p@fcm.googleapis.com/x",
			"https://fcm.googleapis.com:443@127.0.0.1/x", "https://@fcm.googleapis.com/x",
			// What one parser takes for a slash and another does not, and what ends a host.
			"https://fcm.googleapis.com\\@example.org/x", "https://example.org\\.push.apple.com/x", "https:\\\\fcm.googleapis.com\\x",
			"https://example.org#.push.apple.com/x", "https://example.org?.push.apple.com/x", "https://example.org;.push.apple.com/x",
			"https:///fcm.googleapis.com/x", "https:fcm.googleapis.com/x", "//fcm.googleapis.com/x",
			// White space and control characters.
			" https://fcm.googleapis.com/x", "https://fcm.googleapis.com/x ", "https://fcm.googleapis.com/\r\nHost: example.org",
			"https://fcm.google\tapis.com/x", "https://fcm.googleapis.com\u0000.example.org/x",
			"https://fcm.googleapis.com%00.example.org/x",
			// Letters of other alphabets, spelled out, full width, and percent-encoded.
			"https://fcm.googleap\u0456s.com/x", "https://fcm.xn--googleaps-qhg.com/x", "https://\uFF46cm.googleapis.com/x",
			"https://fcm\u3002googleapis.com/x", "https://fcm%2egoogleapis.com/x", "https://web.push.\u24D0pple.com/x",
			"https://\u00DFush.web.push.apple.com/x",
			// Addresses instead of names.
			"https://127.0.0.1/x", "https://127.1/x", "https://2130706433/x", "https://0x7f000001/x", "https://0x7f.1/x",
			"https://017700000001/x",
			"https://[::1]/x", "https://[::ffff:127.0.0.1]/x", "https://[fe80::1%25eth0]/x", "https://169.254.169.254/latest/meta-data",
			"https://localhost/x", "https://localhost:7445/x",
			// Other schemes.
			"http://fcm.googleapis.com/x", "HTTPS://fcm.googleapis.com/x", "ftp://fcm.googleapis.com/x", "file:///etc/passwd",
			"jar:https://fcm.googleapis.com/x", "javascript:alert(1)", "https://fcm.googleapis.com", ""})
	void nothingElseMay(String endpoint) {
		assertThat(allowed(KNOWN, endpoint)).isFalse();
	}

	@Test
	void aPortThatIsListedIsMeantAlone() {
		assertThat(allowed(DEMO, "https://localhost:7445/push/mozilla/1")).isTrue();
		assertThat(allowed(DEMO, "https://LOCALHOST:07445/push/mozilla/1")).isTrue();
		assertThat(allowed(DEMO, "https://localhost/push/mozilla/1")).isFalse();
		assertThat(allowed(DEMO, "https://localhost:443/push/mozilla/1")).isFalse();
		assertThat(allowed(DEMO, "https://a.localhost:7445/push/mozilla/1")).isFalse();
		assertThat(allowed(DEMO, "https://fcm.googleapis.com:7445/x")).isFalse();
	}

	@Test
	void whateverIsAllowedIsWhatTheConnectionIsMadeTo() {
		RandomGenerator random = new SplittableRandom(17);
		List<String> parts = List.of("https://", "http://", "fcm.googleapis.com", "web.push.apple.com", "example.org", "127.0.0.1", "[::1]",
				"/", "\\",
				"@", ":", "443", "7445", "#", "?", ".", "x", "%40", "%2e", "\u3002", " ", "..", "//");
		int met = 0;
		for (int i = 0; i < 200_000; i++) {
			StringBuilder text = new StringBuilder(random.nextInt(4) > 0 ? "https://" : "");
			int length = random.nextInt(1, 7);
			for (int part = 0; part < length; part++) {
				text.append(parts.get(random.nextInt(parts.size())));
			}
			if (allowed(KNOWN, text.toString())) {
				URI uri = URI.create(text.toString());
				assertThat(uri.getScheme()).as(text.toString()).isEqualTo("https");
				assertThat(uri.getHost()).as(text.toString()).matches("fcm\\.googleapis\\.com|[a-z0-9.]+\\.push\\.apple\\.com");
				assertThat(text.toString()).startsWith("https://" + uri.getHost());
				assertThat(uri.getPort()).as(text.toString()).isIn(-1, 443);
				assertThat(uri.getRawUserInfo()).as(text.toString()).isNull();
				met++;
			}
		}
		assertThat(met).as("addresses that are allowed").isGreaterThan(100);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "*", "*.com", "**.push.apple.com", "a.*.com", "https://fcm.googleapis.com", "fcm.googleapis.com/x",
			"fcm.googleapis.com:", "fcm.googleapis.com:0", "fcm.googleapis.com:65536", "fcm.googleapis.com.", "127.0.0.1", "127.0.0.1:7445",
			"2130706433", "0x7f000001", "*.0.0.1", "[::1]:7445", "user@fcm.googleapis.com", "-a.com", "a_b.com", "fcm googleapis.com"})
	void anEntryThatIsNoHostIsRefused(String entry) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebPushHosts.of(List.of("fcm.googleapis.com", entry)));
	}

	@Test
	void aListOfNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> WebPushHosts.of(List.of()))
				.withMessage("the list of push services names at least one host");
	}

	@Test
	void anOriginIsSpelledAsTheRulesOfTheWebSayIt() {
		assertThat(new WebPushEndpoint("https://FCM.googleapis.com:443/x").origin()).isEqualTo("https://fcm.googleapis.com");
		assertThat(new WebPushEndpoint("https://localhost:7445/x?y").origin()).isEqualTo("https://localhost:7445");
	}

	private static boolean allowed(WebPushHosts hosts, String endpoint) {
		WebPushEndpoint formed;
		try {
			formed = new WebPushEndpoint(endpoint);
		} catch (IllegalArgumentException _) {
			return false;
		}
		return hosts.allow(formed);
	}
}
