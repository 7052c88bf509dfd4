package org.schoolbell.sandbox.apns;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.server.PushNotificationHandlerFactory;
import com.eatthepath.pushy.apns.server.ValidatingPushNotificationHandlerFactory;

import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.fault.FaultBoard;
import org.schoolbell.sandbox.http2.Http2Listener;
import org.schoolbell.sandbox.phone.DeviceToken;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.tls.CredentialFolder;

/**
 * A push service that answers as Apple's does and shows what arrived. It runs from {@code start} until it is closed; whoever starts it
 * closes it. All methods may be called from any thread. Needs no framework, so that a test can have one of its own:
 *
 * <pre>{@code
 * try (ApnsStandIn apns = ApnsStandIn.start(0, folder)) {
 *     apns.addPhone("ana-lopez", "ana-phone", "00ab...");
 *     // a sender with apns.signingKey(), keyId() and teamId(), that trusts apns.certificate(), pushes to localhost, apns.port()
 *     apns.deliveries().awaitCount(1, Duration.ofSeconds(5));
 * }
 * }</pre>
 */
public final class ApnsStandIn implements AutoCloseable {
	private final ApnsSettings settings;
	private final ApnsCredentials credentials;
	private final PhoneBook phones;
	private final DeliveryLog deliveries;
	private final FaultBoard faults;
	private final Http2Listener listener;

	private ApnsStandIn(ApnsSettings settings, PhoneBook phones, DeliveryLog deliveries, FaultBoard faults, InstantSource clock)
			throws IOException {
		this.settings = settings;
		this.phones = phones;
		this.deliveries = deliveries;
		this.faults = faults;
		this.credentials = ApnsCredentials.of(settings, new CredentialFolder(settings.folder(), clock));
		Set<String> topics = Set.copyOf(settings.topics());
		ApnsContract contract = new ApnsContract(topics, phones);
		PushNotificationHandlerFactory pushy = pushy(topics);
		this.listener = new Http2Listener(
				new Http2Listener.Place("APNs stand-in", "sandbox.apns.port", settings.address(), settings.port()), credentials.tls(),
				faults,
				session -> new ApnsReceiver(new PushyChecks(pushy, session, topics), contract, phones, deliveries));
	}

	/**
	 * Starts one with phones, deliveries and faults of its own, on the loopback address.
	 *
	 * @param port 0 takes a free one
	 * @param folder where certificate and keys are, or will be made
	 * @throws IOException if the port is taken or the folder cannot be written
	 */
	public static ApnsStandIn start(int port, Path folder) throws IOException {
		ApnsSettings settings = ApnsSettings.on(port, folder);
		Clock clock = Clock.systemUTC();
		return start(settings, new PhoneBook(settings.topics().getFirst(), clock), new DeliveryLog(DeliveryLog.DEFAULT_KEEP, clock),
				new FaultBoard(), clock);
	}

	/** Starts one that shares these with others. */
	public static ApnsStandIn start(ApnsSettings settings, PhoneBook phones, DeliveryLog deliveries, FaultBoard faults,
			InstantSource clock) throws IOException {
		return new ApnsStandIn(settings, phones, deliveries, faults, clock);
	}

	/** Adds a phone with the first topic's app on it; {@code token} has 64 lower-case hexadecimal digits. */
	public void addPhone(String person, String device, String token) {
		phones.add(new Phone(person, device, Platform.APNS, new DeviceToken(token), null));
	}

	public PhoneBook phones() {
		return phones;
	}

	public DeliveryLog deliveries() {
		return deliveries;
	}

	public FaultBoard faults() {
		return faults;
	}

	/** The port it listens on. */
	public int port() {
		return listener.port();
	}

	/** PEM file of the certificate that a sender has to trust; it is good for localhost, 127.0.0.1 and ::1 if it was made here. */
	public Path certificate() {
		return credentials.tls().certificate();
	}

	/**
	 * The key that a sender signs with, as Apple hands it out (.p8).
	 *
	 * @throws IllegalStateException if an own verification key was configured: then only the sender has the other half
	 */
	public Path signingKey() {
		if (credentials.signingKey() == null) {
			throw new IllegalStateException("sandbox.apns.verification-key is set, so its signing key is the sender's own");
		}
		return credentials.signingKey();
	}

	public String teamId() {
		return settings.teamId();
	}

	public String keyId() {
		return settings.keyId();
	}

	/** The app of phones that name none. */
	public String topic() {
		return settings.topics().getFirst();
	}

	@Override
	public void close() {
		listener.close();
	}

	private PushNotificationHandlerFactory pushy(Set<String> topics) throws IOException {
		try {
			ApnsVerificationKey key = ApnsVerificationKey.loadFromPkcs8File(credentials.verificationKey().toFile(), settings.teamId(),
					settings.keyId());
			return new ValidatingPushNotificationHandlerFactory(phones.tokensByTopic(), phones.goneSince(), Map.of(settings.keyId(), key),
					Map.of(key, topics));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("%s is not a P-256 public key in PEM".formatted(credentials.verificationKey()), e);
		}
	}
}
