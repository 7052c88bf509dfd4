package org.schoolbell.district.notice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.schoolbell.district.event.log.Wake;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
	/** Signalled when pushes were put into the outbox; whoever publishes waits on it. */
	@Bean
	Wake outboxWake() {
		return new Wake();
	}
}
