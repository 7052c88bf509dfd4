package org.schoolbell.district.gradebook.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Tool;

@Configuration(proxyBeanMethods = false)
class GradebookNavigation {
	@Bean
	@Order(20)
	NavigationEntry gradebook() {
		return new NavigationEntry("gradebook.title", "gradebook", "/gradebook", Group.STAFF,
				who -> who.getPrincipal() instanceof SignedIn signedIn && signedIn.may(Tool.GRADEBOOK, Level.READ));
	}
}
