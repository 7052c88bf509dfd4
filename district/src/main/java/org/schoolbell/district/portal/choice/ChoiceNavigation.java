package org.schoolbell.district.portal.choice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Tool;

@Configuration(proxyBeanMethods = false)
class ChoiceNavigation {
	@Bean
	@Order(10)
	NavigationEntry choicesEntry() {
		return new NavigationEntry("choice.title", "bell", ChoicesView.PATH, Group.FAMILY_SETTINGS,
				who -> who.getPrincipal() instanceof SignedIn signedIn && signedIn.may(Tool.PORTAL, Level.READ));
	}
}
