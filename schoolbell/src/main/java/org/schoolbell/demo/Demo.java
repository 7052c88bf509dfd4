package org.schoolbell.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.embedded.EmbeddedDatabase;
import org.schoolbell.embedded.OwnerOnly;
import org.schoolbell.sandbox.apns.ApnsStandIn;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.school.DistrictAccess;
import org.schoolbell.sandbox.school.School;
import org.schoolbell.sandbox.webpush.WebPushStandIn;

/**
 * Everything in one process: PostgreSQL, the broker, then three Spring applications one after the other, which know each other only by address. They stop in
 * the opposite order, so the district's publisher comes first and the database last.
 */
public final class Demo {
	private static final String DISTRICT_ID = "demo";
	/** Whom the stand-in of a push service would write to; Apple wants a domain that can exist. */
	private static final String WEB_PUSH_SUBJECT = "mailto:push@example.org";

	private final DemoOptions options;
	private final InstantSource clock;
	private final Services services;

	/** @param services keeps what is started here, also when a later part fails */
	public Demo(DemoOptions options, InstantSource clock, Services services) {
		this.options = options;
		this.clock = clock;
		this.services = services;
	}

	/**
	 * Starts everything, fills the database on a first start, and at last writes {@code demo-credentials.json} and says that it is ready. A process that dies
	 * before leaves no such file, and the next start goes on where this one was.
	 *
	 * @throws DemoException where a person has to do something first
	 */
	public void start(PrintWriter out) throws Exception {
		long begin = System.nanoTime();
		Console.quiet();
		DataFolder folder = services.start("Data folder", () -> DataFolder.open(options.dataDir()));
		Ports ports = Ports.withDistrictOn(options.port());
		ports.requireFree(options.standIn() == null ? Set.of() : Set.of(Ports.Part.SANDBOX, Ports.Part.APNS, Ports.Part.WEB_PUSH));
		if (options.reset()) {
			folder.reset();
		}
		Sample sample = folder.sample(options.sample(), LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()));
		EmbeddedDatabase database = services.start("PostgreSQL", () -> EmbeddedDatabase.start(folder.database()));
		EmbeddedBroker broker = services.start("Broker",
				() -> EmbeddedBroker.start(folder.broker(), ports.of(Ports.Part.BROKER), DISTRICT_ID, clock));
		SampleDistrict people = sample.district();
		Phones phones = new Phones(people);
		Sandbox sandbox = sandbox(folder, ports, phones);
		relay(ports, broker, sandbox, phones.topic());
		ConfigurableApplicationContext district = district(ports, database, broker, sandbox.browsers());
		DistrictFilling filling = new DistrictFilling(district);
		filling.fill(people, folder);
		Addresses addresses = new Addresses(localhost(port(district, "local.server.port")), sandbox.http(), broker.uri(),
				localhost(port(district, "local.management.port")), filling.client(folder),
				new DemoAccounts(district, people).open(folder));
		sandbox.connect(addresses);
		OwnerOnly.write(folder.credentials(), JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(addresses) + "\n");
		new Announcement(addresses, folder.credentials(), Duration.ofNanos(System.nanoTime() - begin)).print(out);
	}

	/**
	 * @param http null where the stand-in is in another process
	 * @param school the phone page's buttons; null there, too
	 */
	private record Sandbox(@Nullable URI http, @Nullable School school, StandIn standIn, BrowserService browsers) {
		/** The buttons act in this district from now on. */
		void connect(Addresses addresses) {
			if (school != null) {
				school.connect(new DistrictAccess(addresses.district(), addresses.client().id(), addresses.client().secret()));
			}
		}
	}

	private Sandbox sandbox(DataFolder folder, Ports ports, Phones phones) throws Exception {
		Elsewhere elsewhere = options.standIn() == null ? null : Elsewhere.parse(options.standIn());
		if (elsewhere != null) {
			StandIn apns = StandIn.elsewhere(elsewhere, folder.sandbox());
			return new Sandbox(null, null, apns, BrowserService.beside(apns));
		}
		Wiring wiring = new Wiring().listen(ports.of(Ports.Part.SANDBOX)).set("sandbox.apns.port", ports.of(Ports.Part.APNS))
				.set("sandbox.apns.folder", folder.sandbox()).set("sandbox.apns.topics[0]", phones.topic())
				.set("sandbox.web-push.port", ports.of(Ports.Part.WEB_PUSH)).set("sandbox.web-push.folder", folder.sandbox());
		ConfigurableApplicationContext context = start(Role.SANDBOX, wiring);
		phones.addTo(context.getBean(PhoneBook.class));
		return new Sandbox(localhost(port(context, "local.server.port")), context.getBean(School.class),
				StandIn.here(context.getBean(ApnsStandIn.class)), BrowserService.here(context.getBean(WebPushStandIn.class)));
	}

	private void relay(Ports ports, EmbeddedBroker broker, Sandbox sandbox, String topic) throws Exception {
		StandIn apns = sandbox.standIn();
		String settings = "schoolbell.relay.apns.";
		start(Role.RELAY,
				new Wiring().listen(ports.of(Ports.Part.RELAY_MANAGEMENT)).broker("schoolbell.relay.broker", broker, broker.relay())
						.set("schoolbell.relay.districts[0].id", DISTRICT_ID).set("schoolbell.relay.districts[0].topics[0]", topic)
						.trust("apns", apns.certificate()).set(settings + "team-id", apns.teamId()).set(settings + "key-id", apns.keyId())
						.set(settings + "key-file", apns.signingKey()).set(settings + "topics[0]", topic)
						.set(settings + "environments[0].environment", "SANDBOX").set(settings + "environments[0].host", apns.host())
						.set(settings + "environments[0].port", apns.port()).set(settings + "environments[0].ssl-bundle", "apns")
						.trust("web-push", sandbox.browsers().certificate())
						.set("schoolbell.relay.webpush.hosts[0]", sandbox.browsers().entry())
						.set("schoolbell.relay.webpush.ssl-bundle", "web-push"));
	}

	private ConfigurableApplicationContext district(Ports ports, EmbeddedDatabase database, EmbeddedBroker broker, BrowserService browsers)
			throws Exception {
		return start(Role.DISTRICT,
				new Wiring().listen(ports.of(Ports.Part.DISTRICT)).manage(ports.of(Ports.Part.MANAGEMENT)).database(database.address())
						.broker("schoolbell.broker", broker, broker.district()).set("schoolbell.broker.district", DISTRICT_ID)
						.set("schoolbell.webpush.subject", WEB_PUSH_SUBJECT).set("schoolbell.webpush.hosts[0]", browsers.entry()));
	}

	private ConfigurableApplicationContext start(Role role, Wiring wiring) throws Exception {
		return services.start(role.title(), () -> role.start(wiring.arguments()));
	}

	private static int port(ConfigurableApplicationContext context, String property) {
		return context.getEnvironment().getRequiredProperty(property, Integer.class);
	}

	private static URI localhost(int port) {
		return URI.create("http://localhost:" + port);
	}
}
