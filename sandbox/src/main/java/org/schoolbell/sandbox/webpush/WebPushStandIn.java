package org.schoolbell.sandbox.webpush;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.fault.FaultBoard;
import org.schoolbell.sandbox.http2.Http2Listener;
import org.schoolbell.sandbox.phone.DeviceToken;
import org.schoolbell.sandbox.phone.Endpoints;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.phone.Subscription;
import org.schoolbell.sandbox.tls.CredentialFolder;
import org.schoolbell.sandbox.tls.TlsFiles;

/**
 * A push service of browsers that answers as Apple's, Mozilla's, Google's or Microsoft's does and shows what arrived. It runs from {@code start} until it is
 * closed; whoever starts it closes it. All methods may be called from any thread. Needs no framework, so that a test can have one of its own.
 */
public final class WebPushStandIn implements Endpoints, AutoCloseable {
	private final PhoneBook phones;
	private final DeliveryLog deliveries;
	private final FaultBoard faults;
	private final TlsFiles tls;
	private final List<Subscribers> subscribers = new CopyOnWriteArrayList<>();
	private final Http2Listener listener;

	private WebPushStandIn(WebPushSettings settings, PhoneBook phones, DeliveryLog deliveries, FaultBoard faults, InstantSource clock)
			throws IOException {
		this.phones = phones;
		this.deliveries = deliveries;
		this.faults = faults;
		this.tls = new CredentialFolder(settings.folder(), clock).tls("web-push");
		subscribers.add(new PhoneSubscribers(phones, deliveries));
		TopicLimit topics = new TopicLimit(clock);
		this.listener = new Http2Listener(
				new Http2Listener.Place("Web Push service", "sandbox.web-push.port", settings.address(), settings.port()), tls, faults,
				_ -> new WebPushReceiver(new VapidCheck(origin()), topics, subscribers, clock));
	}

	/**
	 * Starts one with phones, deliveries and faults of its own, on the loopback address.
	 *
	 * @param port 0 takes a free one
	 * @param folder where the certificate is, or will be made
	 * @throws IOException if the port is taken or the folder cannot be written
	 */
	public static WebPushStandIn start(int port, Path folder) throws IOException {
		Clock clock = Clock.systemUTC();
		return start(new WebPushSettings("127.0.0.1", port, folder), new PhoneBook("", clock),
				new DeliveryLog(DeliveryLog.DEFAULT_KEEP, clock), new FaultBoard(), clock);
	}

	/** Starts one that shares these with others. */
	public static WebPushStandIn start(WebPushSettings settings, PhoneBook phones, DeliveryLog deliveries, FaultBoard faults,
			InstantSource clock) throws IOException {
		return new WebPushStandIn(settings, phones, deliveries, faults, clock);
	}

	/** Who else has subscribed, beside the phones. */
	public void add(Subscribers more) {
		subscribers.add(more);
	}

	/**
	 * Adds a phone whose browser subscribes now.
	 *
	 * @param applicationServerKey the VAPID key that may push to it, in base64url; null takes any
	 */
	public Phone addPhone(String person, String device, Face face, @Nullable String applicationServerKey) {
		Phone phone = new Phone(person, device, Platform.WEB_PUSH, DeviceToken.random(), null,
				Subscription.random(face, applicationServerKey));
		phones.add(phone);
		return phone;
	}

	/** The origin that pushes are signed for. */
	public String origin() {
		return "https://localhost:" + port();
	}

	@Override
	public String of(Face face, DeviceToken id) {
		return endpoint(face, id.value());
	}

	/** The address of a subscription. */
	public String endpoint(Face face, String id) {
		return origin() + "/push/" + face.path() + "/" + id;
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

	/** PEM file of the certificate that a sender has to trust; it is good for localhost, 127.0.0.1 and ::1. */
	public Path certificate() {
		return tls.certificate();
	}

	@Override
	public void close() {
		listener.close();
	}
}
