package org.schoolbell.district.account.access;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that every answer carries, beside Spring Security's own: no framing, no sniffing, no caching, nothing from elsewhere. */
final class SecurityHeaders {
	/** An answer that is no page loads and runs nothing, even if a browser is tricked into showing it. */
	static final String NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
	/** A page: its own style sheets, scripts, drawings, manifest and worker from our own origin, none inline, and forms that go nowhere else. */
	static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
			+ "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
	/** Swagger UI from our own origin alone. It sets style attributes from its script, which needs the one exception. */
	static final String API_DESCRIPTION = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private SecurityHeaders() {
	}

	/** For chains that answer with pages. Within our own origin they may say where the reader came from. */
	static Customizer<HeadersConfigurer<HttpSecurity>> page() {
		return with(PAGE, ReferrerPolicy.SAME_ORIGIN);
	}

	static Customizer<HeadersConfigurer<HttpSecurity>> with(String contentSecurityPolicy) {
		return with(contentSecurityPolicy, ReferrerPolicy.NO_REFERRER);
	}

	private static Customizer<HeadersConfigurer<HttpSecurity>> with(String contentSecurityPolicy, ReferrerPolicy referrerPolicy) {
		return headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
				.referrerPolicy(referrer -> referrer.policy(referrerPolicy))
				.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
	}
}
