package org.schoolbell.district.preference.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Tool;

@Configuration(proxyBeanMethods = false)
class PushNavigation {
	@Bean
	@Order(20)
	NavigationEntry pushNotifications() {
		return new NavigationEntry("push.title", "bell", PushView.PATH, Group.PORTAL_PREFERENCES,
				who -> who.getPrincipal() instanceof SignedIn signedIn && signedIn.may(Tool.PUSH_NOTIFICATIONS, Level.READ));
	}
}
