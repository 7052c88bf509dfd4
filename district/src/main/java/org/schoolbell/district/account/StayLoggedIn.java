package org.schoolbell.district.account;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.End;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.device.Stay;
import org.schoolbell.district.device.StaySessions;
import org.schoolbell.district.device.StaySessions.Shown;
import org.schoolbell.district.event.PersonId;

/**
 * Who chose to stay logged in on a device is signed in there again when their web session has run out. Only people of the roster stay logged in: it is
 * for being told, and nobody else is. Thread-safe.
 */
@Component
public class StayLoggedIn {
	private static final String STAYS = "stays";

	private final StaySessions stays;
	private final OwnDevices own;
	private final Devices devices;
	private final WebSessions sessions;
	private final SessionHolders holders;
	private final Trail trail;
	private final TransactionTemplate transaction;

	StayLoggedIn(StaySessions stays, OwnDevices own, Devices devices, WebSessions sessions, SessionHolders holders, Trail trail,
			PlatformTransactionManager transactions) {
		this.stays = stays;
		this.own = own;
		this.devices = devices;
		this.sessions = sessions;
		this.holders = holders;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Somebody has just signed in in this browser: begins the web session, and whoever stayed logged in here does so no more.
	 *
	 * @param chosen whether this one stays logged in from now on
	 */
	public void signedIn(HttpServletRequest request, HttpServletResponse response, SessionKey key, BrowserToken browser, boolean chosen) {
		Optional<SignedIn> who = holders.of(key);
		Optional<PersonId> person = who.flatMap(SignedIn::person);
		StayCookie.of(request).ifPresent(token -> stays.end(token, End.SIGNED_IN_AGAIN));
		if (!chosen || person.isEmpty()) {
			stays.endOn(browser.value(), person);
			StayCookie.forget(request, response);
			sessions.begin(request, key);
			return;
		}
		Stay stay = inTransaction(() -> {
			String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
			Stay begun = stays.begin(UserAgent.browser(browser, agent), person.get(), key.value());
			record(origin(who.get(), request), begun.device(), null, STAYS);
			return begun;
		});
		sessions.begin(request, key, stay.session());
		StayCookie.keep(stay, request, response);
	}

	/** Signs in whoever stays logged in on the device that sends this request, if nobody is signed in there. */
	public void comeBack(HttpServletRequest request, HttpServletResponse response) {
		if (!StayCookie.isThere(request) || sessions.signedIn(request).isPresent()) {
			return;
		}
		Shown shown = StayCookie.of(request).map(stays::show).orElseGet(Shown.Over::new);
		switch (shown) {
			case Shown.Good(Stay stay) -> signIn(stay, request, response);
			case Shown.Over _ -> StayCookie.forget(request, response);
			case Shown.Replayed(DeviceId device, PersonId _) -> {
				inTransaction(() -> {
					record(new Origin(Origin.SERVER.actor(), Optional.of(address(request))), device, STAYS, "old-token");
					return device;
				});
				StayCookie.forget(request, response);
			}
		}
	}

	/** An account that lets nobody in any more, or has another password, has ended its devices' sessions; should it not have, this does. */
	private void signIn(Stay stay, HttpServletRequest request, HttpServletResponse response) {
		Optional<SessionKey> key = SessionKey.of(stay.signIn()).filter(kept -> holders.of(kept).flatMap(SignedIn::person).isPresent());
		if (key.isEmpty()) {
			stays.end(stay.session(), End.ACCOUNT_DISABLED);
			StayCookie.forget(request, response);
			return;
		}
		sessions.begin(request, key.get(), stay.session());
		StayCookie.keep(stay, request, response);
	}

	/** Signs out in this browser, where nobody stays logged in from now on. */
	public void signOut(HttpServletRequest request, HttpServletResponse response) {
		Optional<SignedIn> who = sessions.signedIn(request);
		who.ifPresent(one -> one.device().ifPresent(device -> signOut(one, device, End.SIGNED_OUT, request)));
		StayCookie.of(request).ifPresent(token -> stays.end(token, End.SIGNED_OUT));
		StayCookie.forget(request, response);
		sessions.end(request);
	}

	/**
	 * Signs somebody out on another of their devices.
	 *
	 * @return whether they stayed logged in on such a device
	 */
	public boolean signOut(SignedIn who, DeviceId device, HttpServletRequest request) {
		return signOut(who, device, End.SIGNED_OUT_ELSEWHERE, request);
	}

	private boolean signOut(SignedIn who, DeviceId device, End why, HttpServletRequest request) {
		return who.person().isPresent() && inTransaction(() -> {
			boolean ended = own.signOut(who.person().get(), device, why);
			if (ended) {
				record(origin(who, request), device, STAYS, null);
			}
			return ended;
		});
	}

	/** Signs somebody out everywhere: on all devices where they stay logged in, and in every browser where this account is signed in, this one too. */
	public void signOutEverywhere(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		inTransaction(() -> {
			who.person().ifPresent(person -> devices.signOutEverywhere(person, End.SIGNED_OUT_EVERYWHERE));
			trail.append(origin(who, request), new Change(Accounts.TOOL, who.account().value() + "/devices", STAYS, null));
			return who;
		});
		StayCookie.forget(request, response);
		sessions.end(request);
		sessions.endAllOf(who.account());
	}

	/** The sessions of this browser's account have ended, and one goes on without staying logged in: takes the token away that is good no more. */
	public void goOnWithout(HttpServletRequest request, HttpServletResponse response, SessionKey key) {
		StayCookie.forget(request, response);
		sessions.begin(request, key);
	}

	private void record(Origin origin, DeviceId device, @Nullable String before,
			@Nullable String after) {
		trail.append(origin, new Change(Accounts.TOOL, "devices/" + device.value(), before, after));
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(transaction.execute(_ -> work.get()));
	}

	private static Origin origin(SignedIn who, HttpServletRequest request) {
		return Origin.of(who.actor(), address(request));
	}

	private static InetAddress address(HttpServletRequest request) {
		return InetAddress.ofLiteral(request.getRemoteAddr());
	}
}
