package org.schoolbell.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web sites away. The sandbox has no sign-in and can act at school, so a browser that shows somebody else's page must not change anything here
 * (cross-site request), nor read it under a name that has been pointed at this machine (DNS rebinding); and nobody but this machine acts at school.
 */
@Component
class OwnPageOnly extends OncePerRequestFilter {
	private static final Set<String> SAFE = Set.of("GET", "HEAD");
	/** What browsers say of a request that came from this very page, or from the address bar. */
	private static final Set<String> OWN = Set.of("same-origin", "none");
	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String refusal = refusal(request);
		if (refusal == null) {
			chain.doFilter(request, response);
		} else {
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getWriter().print("{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"%s\"}".formatted(refusal));
		}
	}

	private static @Nullable String refusal(HttpServletRequest request) throws IOException {
		if (isLoopback(request.getLocalAddr()) && !THIS_MACHINE.contains(request.getServerName())) {
			return "the sandbox answers to localhost only";
		}
		if (request.getRequestURI().startsWith("/school") && !isLoopback(request.getRemoteAddr())) {
			return "the school is open to this machine only";
		}
		return SAFE.contains(request.getMethod()) || isOwn(request) ? null : "a page of another site may not change anything here";
	}

	/** Programs send neither header; every browser sends at least one with a request that may change something. */
	private static boolean isOwn(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return (site == null || OWN.contains(site))
				&& (origin == null || origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST)));
	}

	private static boolean isLoopback(String address) throws IOException {
		return InetAddress.getByName(address).isLoopbackAddress();
	}
}
