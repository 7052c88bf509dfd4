package org.schoolbell.district.portal.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.OwnDevice;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.device.PushAddresses;
import org.schoolbell.district.device.Subscriptions;
import org.schoolbell.district.dispatch.seal.ApplicationServerKey;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.ForSignedIn;

/** What the worker in this browser asks before it subscribes: it has no page, hence no form whose token it could send. */
@Hidden
@RestController
class AppState {
	private final OwnDevices devices;
	private final PushAddresses addresses;
	private final Subscriptions subscriptions;
	private final ApplicationServerKey key;

	AppState(OwnDevices devices, PushAddresses addresses, Subscriptions subscriptions, ApplicationServerKey key) {
		this.devices = devices;
		this.addresses = addresses;
		this.subscriptions = subscriptions;
		this.key = key;
	}

	/**
	 * @param csrf what the worker sends along when it registers
	 * @param applicationServerKey to subscribe with; null where this district has no Web Push
	 * @param staysLoggedIn whether somebody stays logged in in this browser: only then it is told
	 * @param pushOn the person's switch for this device
	 * @param endpoint SHA-256 in base64url of the subscription's endpoint, as the server knows it; null: the browser is to register
	 */
	record State(Form csrf, @Nullable String applicationServerKey, boolean staysLoggedIn, boolean pushOn, @Nullable String endpoint) {
		record Form(String header, String token) {}
	}

	@ForSignedIn
	@GetMapping(path = "/app/state", produces = MediaType.APPLICATION_JSON_VALUE)
	State state(@AuthenticationPrincipal SignedIn who, CsrfToken token) {
		Optional<OwnDevice> here = who.person().flatMap(person -> who.device().flatMap(device -> devices.of(person, device)));
		return new State(new State.Form(token.getHeaderName(), token.getToken()), key.base64url().orElse(null), here.isPresent(),
				here.map(OwnDevice::pushOn).orElse(false), here.flatMap(device -> known(who.person(), device.id())).orElse(null));
	}

	/** One that was made with another key is as good as none. */
	private Optional<String> known(Optional<PersonId> person, DeviceId device) {
		return person.filter(_ -> !subscriptions.toBeRenewed(device)).flatMap(one -> addresses.of(one, device))
				.flatMap(endpoint -> endpoint instanceof Endpoint.WebPush browser && key.matches(browser.applicationServerKey())
						? Optional.of(hash(browser.url()))
						: Optional.empty());
	}

	private static String hash(String endpoint) {
		try {
			return Base64.getUrlEncoder().withoutPadding()
					.encodeToString(MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
