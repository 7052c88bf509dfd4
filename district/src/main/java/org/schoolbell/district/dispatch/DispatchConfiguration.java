package org.schoolbell.district.dispatch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BrokerSettings.class, DispatchSettings.class})
class DispatchConfiguration {
}
