package org.schoolbell.district.account.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class AccountNavigation {
	@Bean
	@Order(80)
	NavigationEntry devicesEntry() {
		return new NavigationEntry("account.devices.title", "devices", DevicePages.ADDRESS, Group.PERSON, _ -> true);
	}

	@Bean
	@Order(90)
	NavigationEntry passwordEntry() {
		return new NavigationEntry("account.password.title", "key", PasswordPages.ADDRESS, Group.PERSON, _ -> true);
	}
}
