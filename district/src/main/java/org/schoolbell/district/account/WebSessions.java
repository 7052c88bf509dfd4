package org.schoolbell.district.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions of pages. They are in the database, so that any server goes on with any session, and begin with a sign-in: who only looks has none.
 * Thread-safe.
 */
@Component
public class WebSessions {
	/** Where the session keeps its {@link SessionKey}, as text. */
	public static final String ATTRIBUTE = "account";

	private final SessionHolders holders;
	private final Duration atMost;
	private final InstantSource time;

	WebSessions(SessionHolders holders, AccountSettings settings, InstantSource time) {
		this.holders = holders;
		this.atMost = settings.signedInAtMost();
		this.time = time;
	}

	/** Begins a session. One that the browser had before ends first, so that nobody who knew its id is signed in too. */
	public void begin(HttpServletRequest request, SessionKey key) {
		end(request);
		HttpSession session = request.getSession(true);
		session.setAttribute(ATTRIBUTE, key.value());
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(key.account().value()));
	}

	/** Ends the session, if the browser has one. */
	public void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** @return who is signed in, if anybody is */
	public Optional<SignedIn> signedIn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || time.millis() - session.getCreationTime() > atMost.toMillis()) {
			return Optional.empty();
		}
		return session.getAttribute(ATTRIBUTE) instanceof String key ? SessionKey.of(key).flatMap(holders::of) : Optional.empty();
	}
}
