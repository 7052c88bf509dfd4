package org.schoolbell.district.dispatch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import org.schoolbell.embedded.EmbeddedBroker;

/** The publisher of one server, over TLS to a broker in this JVM, with everything as in the product but shorter waits. */
public final class TestPublisher implements AutoCloseable {
	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
	private final DispatchStatus status;
	private final Dispatcher dispatcher;

	/**
	 * @param window pushes in flight
	 * @param quietWindow the window while no receipt comes
	 * @param quietAfter when it is quiet
	 * @param drain after how long the unanswered pushes of an earlier connection are sent again
	 * @param stopWithin how long a stop waits for receipts
	 */
	public record Tuning(int window, int quietWindow, Duration quietAfter, Duration drain, Duration stopWithin) {
		public static final Tuning USUAL = new Tuning(20_000, 200, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(5));

		public Tuning window(int most) {
			return new Tuning(most, Math.min(most, quietWindow), quietAfter, drain, stopWithin);
		}

		public Tuning quietWindow(int most) {
			return new Tuning(window, most, quietAfter, drain, stopWithin);
		}

		public Tuning stopWithin(Duration wait) {
			return new Tuning(window, quietWindow, quietAfter, drain, wait);
		}

		DispatchSettings settings() {
			return new DispatchSettings(window, quietWindow, quietAfter, Duration.ofMillis(20), Duration.ofMinutes(10),
					Duration.ofMinutes(1), drain,
					Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofMillis(50), stopWithin);
		}
	}

	private TestPublisher(PushSource source, DataSource database, InstantSource time, BrokerSettings broker, Path trusted, Tuning tuning) {
		status = new DispatchStatus(broker, time);
		DispatchMetrics metrics = new DispatchMetrics(meters, status);
		SslBundle bundle = SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(trusted.toUri().toString())));
		dispatcher = new Dispatcher(broker, tuning.settings(), new BrokerLink(broker, new DefaultSslBundleRegistry("relay", bundle)),
				new PublisherLock(database), source, status, metrics, new CheckAnswers(database), time);
		dispatcher.start();
	}

	public static TestPublisher start(PushSource source, DataSource database, InstantSource time, EmbeddedBroker broker, Tuning tuning) {
		return start(source, database, time, broker, broker.certificate(), tuning);
	}

	/** @param trusted a PEM file with the only certificate that is trusted */
	public static TestPublisher start(PushSource source, DataSource database, InstantSource time, EmbeddedBroker broker, Path trusted,
			Tuning tuning) {
		return new TestPublisher(source, database, time, new BrokerSettings("localhost", broker.port(), broker.virtualHost(),
				broker.district().username(), new Password(broker.district().password().value()), "north", true, "relay"), trusted, tuning);
	}

	public ConnectionState connection() {
		return status.connection();
	}

	/** @return the counter of this name, summed over its tags */
	public double count(String name) {
		return meters.find("schoolbell.dispatch." + name).counters().stream().mapToDouble(counter -> counter.count()).sum();
	}

	@Override
	public void close() {
		dispatcher.stop();
	}
}
