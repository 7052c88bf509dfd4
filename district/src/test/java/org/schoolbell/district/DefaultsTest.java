package org.schoolbell.district;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import org.schoolbell.district.testing.ServerTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds where the operator says nothing, typed by hand: who changes a default changes it here too, and knows it. */
class DefaultsTest extends ServerTest {
	@Autowired
	private ApplicationContext context;
	@Autowired
	private Environment environment;

	@Test
	void ourOwnSettingsHaveTheseDefaults() {
		Map<String, String> settings = new TreeMap<>();
		context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
				.filter(bean -> bean.getClass().getName().startsWith("org.schoolbell"))
				.forEach(bean -> settings.put(bean.getClass().getAnnotation(ConfigurationProperties.class).value(), bean.toString()));

		assertThat(settings).isEqualTo(new TreeMap<>(Map.of(
				"schoolbell", "DistrictZone[zone=America/Chicago]",
				"schoolbell.account", "AccountSettings[accessTokenLifetime=PT15M, activationKeyLifetime=PT336H, signedInAtMost=PT12H]",
				"schoolbell.stay-logged-in", "StaySettings[idle=PT2160H, absolute=PT8760H]",
				"schoolbell.web", "WebSettings[maxBody=10485760B]",
				"schoolbell.broker",
				"BrokerSettings[host=null, port=5671, virtualHost=/, username=null, password=null, district=null, tls=true, sslBundle=null]",
				"schoolbell.webpush",
				"WebPushSettings[subject=null, hosts=[fcm.googleapis.com, jmt17.google.com, *.push.services.mozilla.com, *.notify.windows.com, "
						+ "*.push.apple.com]]",
				"schoolbell.contact", "Contact[name=null, address=null]",
				"schoolbell.dispatch",
				"DispatchSettings[window=20000, quietWindow=200, quietAfter=PT30S, poll=PT0.1S, maxAge=PT10M, grace=PT1M, drain=PT1M, "
						+ "reconnect=PT0.5S, reconnectAtMost=PT30S, standby=PT2S, stopWithin=PT20S]")));
	}

	@ParameterizedTest
	@CsvSource({
			"spring.application.name, district",
			"spring.threads.virtual.enabled, true",
			"spring.jackson.default-property-inclusion, non_null",
			"spring.flyway.locations, classpath:db/migration",
			"spring.datasource.hikari.data-source-properties.logServerErrorDetail, false",
			"server.forward-headers-strategy, none",
			"server.compression.enabled, true",
			"server.compression.min-response-size, 1KB",
			"server.tomcat.connection-timeout, 20s",
			"server.tomcat.max-swallow-size, 20MB",
			"server.servlet.session.cookie.http-only, true",
			"server.servlet.session.cookie.same-site, lax",
			"spring.session.timeout, 1h",
			"spring.session.jdbc.table-name, account.web_session",
			"spring.session.jdbc.initialize-schema, never",
			"management.server.address, 127.0.0.1",
			"management.endpoint.health.show-details, always",
			"management.otlp.metrics.export.enabled, false",
			"springdoc.api-docs.version, openapi_3_1",
			"springdoc.swagger-ui.path, /api",
			"springdoc.swagger-ui.validator-url, none"})
	void theServersSettingsHaveTheseDefaults(String name, String value) {
		assertThat(environment.getProperty(name)).isEqualTo(value);
	}
}
