package org.schoolbell.district.dispatch;

import java.time.InstantSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BrokerSettings.class, Contact.class, DispatchSettings.class})
class DispatchConfiguration {
	@Bean
	Dispatcher dispatcher(BrokerSettings broker, DispatchSettings settings, BrokerLink link, PublisherLock lock, PushSource source,
			DispatchStatus status, DispatchMetrics metrics, CheckAnswers answers, InstantSource time) {
		return new Dispatcher(broker, settings, link, lock, source, status, metrics, answers, time);
	}
}
