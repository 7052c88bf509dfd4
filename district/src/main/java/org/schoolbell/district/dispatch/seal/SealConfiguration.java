package org.schoolbell.district.dispatch.seal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebPushSettings.class)
class SealConfiguration {
	private static final Logger LOG = LoggerFactory.getLogger(SealConfiguration.class);

	@Bean
	Sealer sealer(WebPushSettings settings) {
		CurveProvider provider = CurveProvider.fastest();
		if (settings.subject() == null) {
			LOG.info("No subject for push services is set (schoolbell.webpush.subject): browsers are offered no notifications");
		}
		LOG.info("Pushes to browsers are sealed with {}", provider.name());
		return new Sealer(provider);
	}
}
