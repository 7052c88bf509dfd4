package org.schoolbell.district.account.access;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.account.WebSessions;

/** Tells Spring Security who is signed in, from the session and the database, and only when somebody asks. It stores nothing: {@link WebSessions} does. */
@Component
class SessionContexts implements SecurityContextRepository {
	private final WebSessions sessions;

	SessionContexts(WebSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Once(() -> sessions.signedIn(request));
	}

	@Override
	@SuppressWarnings({"deprecation", "removal"}) // still abstract
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(WebSessions.ATTRIBUTE) != null;
	}

	/** Asks once in a request, at the first call. */
	private static final class Once implements DeferredSecurityContext {
		private final Supplier<Optional<SignedIn>> who;
		private @Nullable SecurityContext context;
		private boolean nobody;

		Once(Supplier<Optional<SignedIn>> who) {
			this.who = who;
		}

		@Override
		public SecurityContext get() {
			SecurityContext known = context;
			if (known == null) {
				known = SecurityContextHolder.createEmptyContext();
				Optional<SignedIn> signedIn = who.get();
				nobody = signedIn.isEmpty();
				signedIn.map(Once::authentication).ifPresent(known::setAuthentication);
				context = known;
			}
			return known;
		}

		@Override
		public boolean isGenerated() {
			get();
			return nobody;
		}

		private static UsernamePasswordAuthenticationToken authentication(SignedIn who) {
			return UsernamePasswordAuthenticationToken.authenticated(who, null,
					who.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList());
		}
	}
}
