package org.schoolbell.district.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Tool;

/** The four tabs. */
@Configuration(proxyBeanMethods = false)
class PortalNavigation {
	@Bean
	@Order(10)
	NavigationEntry todayEntry() {
		return new NavigationEntry("portal.today.title", "home", TodayPages.ADDRESS, Group.FAMILY, PortalNavigation::isOfFamily);
	}

	@Bean
	@Order(20)
	NavigationEntry notificationsEntry(Unread unread) {
		return new NavigationEntry("portal.notifications.title", "bell", NotificationPages.ADDRESS, Group.FAMILY,
				PortalNavigation::isOfFamily, unread::of);
	}

	@Bean
	@Order(30)
	NavigationEntry recordsEntry() {
		return new NavigationEntry("portal.records.title", "book", WorkPages.ADDRESS, Group.FAMILY, PortalNavigation::isOfFamily);
	}

	@Bean
	@Order(40)
	NavigationEntry settingsEntry() {
		return new NavigationEntry("portal.settings.title", "settings", SettingsPages.ADDRESS, Group.FAMILY, PortalNavigation::isOfFamily);
	}

	private static boolean isOfFamily(Authentication who) {
		return who.getPrincipal() instanceof SignedIn signedIn && signedIn.may(Tool.PORTAL, Level.READ);
	}
}
