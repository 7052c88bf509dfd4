package org.schoolbell.sandbox.webpush;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.http2.Http2Request;
import org.schoolbell.sandbox.phone.Face;

/** What each face asks of the headers (RFC 8030, section 5) beyond the signature. Stateless. */
final class FaceRules {
	private static final long FOUR_WEEKS = 2_419_200;
	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
	private static final Pattern URGENCY = Pattern.compile("very-low|low|normal|high");
	private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,32}");
	private static final Pattern APPLES_TOPIC = Pattern.compile("[A-Za-z0-9_-]{32}");
	private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)+[a-z]{2,}");
	private static final Pattern NO_DOMAIN = Pattern.compile(".*\\.(localhost|local|invalid|test)");

	private FaceRules() {
	}

	/** What is wrong with the headers; empty if nothing is. */
	static Optional<Refusal> refusal(Face face, Http2Request request) {
		if (!ttlFits(face, ttl(request))) {
			return Optional.of(Refusal.TTL);
		}
		String urgency = request.header("urgency");
		if (urgency != null && !URGENCY.matcher(urgency).matches()) {
			return Optional.of(Refusal.URGENCY);
		}
		String topic = request.header("topic");
		if (topic != null && !(face == Face.APPLE ? APPLES_TOPIC : TOPIC).matcher(topic).matches()) {
			return Optional.of(Refusal.TOPIC);
		}
		return "aes128gcm".equals(request.header("content-encoding")) ? Optional.empty() : Optional.of(Refusal.ENCODING);
	}

	/** The header {@code TTL} in seconds, if it is one. */
	static OptionalLong ttl(Http2Request request) {
		String ttl = request.header("ttl");
		return ttl == null || !SECONDS.matcher(ttl).matches() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(ttl));
	}

	/** Apple and Microsoft refuse 0; Google refuses more than four weeks, where Mozilla takes as much as it likes. */
	private static boolean ttlFits(Face face, OptionalLong ttl) {
		if (ttl.isEmpty()) {
			return false;
		}
		return switch (face) {
			case APPLE, WNS -> ttl.getAsLong() > 0;
			case GOOGLE -> ttl.getAsLong() <= FOUR_WEEKS;
			case MOZILLA -> true;
		};
	}

	/** Apple wants to know whom to reach, at a domain that can exist; the others take what they get. */
	static boolean subjectFits(Face face, String subject) {
		return switch (face) {
			case APPLE -> isRealDomain(domain(subject));
			case MOZILLA, GOOGLE, WNS -> true;
		};
	}

	private static boolean isRealDomain(@Nullable String domain) {
		return domain != null && DOMAIN.matcher(domain).matches() && !NO_DOMAIN.matcher(domain).matches();
	}

	private static @Nullable String domain(String subject) {
		String lower = subject.toLowerCase(Locale.ROOT);
		if (lower.startsWith("mailto:")) {
			return lower.substring(lower.lastIndexOf('@') + 1);
		}
		try {
			return lower.startsWith("https:") ? URI.create(lower).getHost() : null;
		} catch (IllegalArgumentException _) {
			return null;
		}
	}
}
