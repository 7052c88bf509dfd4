package org.schoolbell.district.dispatch;

import java.time.InstantSource;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator who switches TLS off is told so wherever they look. */
class BrokerSecurityTest {
	private final ApplicationContextRunner server = new ApplicationContextRunner().withUserConfiguration(Settings.class)
			.withBean(InstantSource.class, InstantSource::system).withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(BrokerSecurity.class).withBean(DispatchStatus.class).withBean(DispatchMetrics.class).withBean(DispatchHealth.class)
			.withPropertyValues("schoolbell.broker.host=relay.example.org", "schoolbell.broker.username=north",
					"schoolbell.broker.password=secret", "schoolbell.broker.district=north");
	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@EnableConfigurationProperties({BrokerSettings.class, Contact.class})
	static class Settings {
	}

	@BeforeEach
	void listen() {
		log.start();
		logger().addAppender(log);
	}

	@AfterEach
	void stopListening() {
		logger().detachAppender(log);
	}

	@Test
	void plainAmqpIsWarnedOfInLogHealthAndMetricWithWhomToAsk() {
		server.withPropertyValues("schoolbell.broker.tls=off", "schoolbell.contact.name=Priya Shah",
				"schoolbell.contact.address=extension 4410")
				.run(context -> {
					assertThat(context.getBean(BrokerSecurity.class).encrypted()).isFalse();
					assertThat(context.getBean(BrokerSecurity.class).contact()).contains("Priya Shah, extension 4410");
					assertThat(warnings()).singleElement().asString().contains("schoolbell.broker.tls is off",
							"Never use this in production",
							"Ask Priya Shah, extension 4410 to turn TLS on");
					assertThat(context.getBean(DispatchHealth.class).health().getDetails()).containsEntry("encrypted", false)
							.hasEntrySatisfying("warning", warning -> assertThat(warning).asString().contains("NOT ENCRYPTED",
									"never use this in production", "Ask Priya Shah, extension 4410"));
					assertThat(gauge(context)).isZero();
				});
	}

	@Test
	void whereTheSettingsNameNobodyTheWarningSaysWhichSettingWould() {
		server.withPropertyValues("schoolbell.broker.tls=off", "schoolbell.contact.address= ").run(context -> {
			assertThat(context.getBean(BrokerSecurity.class).contact()).isEmpty();
			assertThat(warnings()).singleElement().asString().contains("Ask whoever looks after this server", "schoolbell.contact.name");
		});
	}

	@Test
	void withTlsThereIsNothingToWarnOf() {
		server.withPropertyValues("schoolbell.contact.name=Priya Shah").run(context -> {
			assertThat(context.getBean(BrokerSecurity.class).encrypted()).isTrue();
			assertThat(warnings()).isEmpty();
			assertThat(context.getBean(DispatchHealth.class).health().getDetails()).containsEntry("encrypted", true)
					.doesNotContainKey("warning");
			assertThat(gauge(context)).isEqualTo(1);
		});
	}

	private static double gauge(ApplicationContext context) {
		return context.getBean(MeterRegistry.class).get("schoolbell.dispatch.encrypted").gauge().value();
	}

	private List<String> warnings() {
		return log.list.stream().filter(event -> event.getLevel() == Level.WARN).map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(BrokerSecurity.class);
	}
}
