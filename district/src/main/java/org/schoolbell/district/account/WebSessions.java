package org.schoolbell.district.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import org.schoolbell.district.device.StayId;
import org.schoolbell.district.device.StaySessions;

/**
 * The sessions of pages. They are in the database, so that any server goes on with any session, and begin with a sign-in: who only looks has none.
 * Thread-safe.
 */
@Component
public class WebSessions {
	/** Where the session keeps its {@link SessionKey}, as text. */
	public static final String ATTRIBUTE = "account";

	/** Where the session keeps the number of the {@link StayId} that it came from, as text. */
	static final String STAY = "stay";
	private static final String KNOWN = WebSessions.class.getName();

	private final SessionHolders holders;
	private final StaySessions stays;
	private final FindByIndexNameSessionRepository<? extends Session> all;
	private final Duration atMost;
	private final InstantSource time;

	WebSessions(SessionHolders holders, StaySessions stays, FindByIndexNameSessionRepository<? extends Session> all,
			AccountSettings settings, InstantSource time) {
		this.holders = holders;
		this.stays = stays;
		this.all = all;
		this.atMost = settings.signedInAtMost();
		this.time = time;
	}

	/** What was asked of the database for a request already. */
	private record Known(Optional<SignedIn> who) {}

	/** Begins a session. One that the browser had before ends first, so that nobody who knew its id is signed in too. */
	public void begin(HttpServletRequest request, SessionKey key) {
		end(request);
		HttpSession session = request.getSession(true);
		session.setAttribute(ATTRIBUTE, key.value());
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, principal(key.account()));
	}

	/** Begins a session of somebody who stays logged in: it ends with that. */
	void begin(HttpServletRequest request, SessionKey key, StayId stay) {
		begin(request, key);
		request.getSession(true).setAttribute(STAY, Long.toString(stay.value()));
	}

	/** Ends the session, if the browser has one. */
	public void end(HttpServletRequest request) {
		request.removeAttribute(KNOWN);
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** Ends every session of an account, on all servers. */
	void endAllOf(AccountId account) {
		all.findByPrincipalName(principal(account)).keySet().forEach(all::deleteById);
	}

	/** @return who is signed in, if anybody is; asked of the database once in a request */
	public Optional<SignedIn> signedIn(HttpServletRequest request) {
		if (request.getAttribute(KNOWN) instanceof Known(Optional<SignedIn> who)) {
			return who;
		}
		Optional<SignedIn> who = find(request);
		request.setAttribute(KNOWN, new Known(who));
		return who;
	}

	private Optional<SignedIn> find(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || time.millis() - session.getCreationTime() > atMost.toMillis()) {
			return Optional.empty();
		}
		Optional<SignedIn> who = session.getAttribute(ATTRIBUTE) instanceof String key
				? SessionKey.of(key).flatMap(holders::of)
				: Optional.empty();
		return session.getAttribute(STAY) instanceof String stay
				? who.flatMap(one -> stays.use(new StayId(Long.parseLong(stay)), StayCookie.of(request)).map(one::on))
				: who;
	}

	private static String principal(AccountId account) {
		return Long.toString(account.value());
	}
}
