package org.schoolbell.relay;

import java.time.Clock;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

import org.schoolbell.relay.apns.ApnsPushService;
import org.schoolbell.relay.broker.Broker;
import org.schoolbell.relay.delivery.Carrier;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.relay.delivery.PushService;
import org.schoolbell.relay.webpush.WebPushService;

/**
 * The relay as an application. Start it with {@code spring.config.name=application,relay}: its defaults are in {@code relay.yaml}, and an operator's
 * {@code application.yaml} wins over them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(RelaySettings.class)
public class RelayApplication {

	@Bean
	InstantSource clock() {
		return Clock.systemUTC();
	}

	@Bean
	@ConditionalOnProperty("schoolbell.relay.apns.key-file")
	ApnsPushService apns(RelaySettings settings, SslBundles bundles, InstantSource clock) {
		if (settings.apns() == null) {
			throw new IllegalStateException("schoolbell.relay.apns has a key-file and nothing else");
		}
		return new ApnsPushService(settings.apns(), bundles, clock);
	}

	@Bean
	WebPushService webPush(RelaySettings settings, SslBundles bundles, InstantSource clock) {
		return new WebPushService(settings.webpush(), settings.districts().stream().map(District::id).toList(), bundles, clock);
	}

	@Bean
	Carrier carrier(RelaySettings settings, ObjectProvider<PushService> services, InstantSource clock, MeterRegistry registry) {
		return new Carrier(services.orderedStream().toList(), clock, settings.delivery(), registry);
	}

	@Bean
	Broker broker(RelaySettings settings, Carrier carrier, SslBundles bundles, MeterRegistry registry) {
		return new Broker(settings.broker(), settings.districts(), carrier, bundles, registry);
	}

	@Bean
	HealthIndicator brokerHealthIndicator(Broker broker) {
		return new BrokerHealth(broker);
	}

	@Bean
	HealthIndicator credentialsHealthIndicator(Carrier carrier) {
		return new CredentialsHealth(carrier);
	}
}
