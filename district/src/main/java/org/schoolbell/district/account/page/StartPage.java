package org.schoolbell.district.account.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;
import org.schoolbell.district.right.ForSignedIn;
import org.schoolbell.district.right.Role;

/** Leads whoever has signed in to the first page of their work, and says to those who have none what there is for them. */
@Controller
class StartPage {
	private static final List<Group> WORK = List.of(Group.STAFF, Group.PORTAL_PREFERENCES, Group.RUNNING, Group.FAMILY);
	private static final List<Group> ADMINISTRATION = List.of(Group.PORTAL_PREFERENCES, Group.RUNNING, Group.STAFF, Group.FAMILY);

	private final List<NavigationEntry> entries;

	StartPage(ObjectProvider<NavigationEntry> entries) {
		this.entries = entries.orderedStream().toList();
	}

	@ForSignedIn
	@GetMapping("/")
	String start(@AuthenticationPrincipal SignedIn who, Authentication authentication) {
		List<Group> order = who.roles().contains(Role.ADMINISTRATOR) ? ADMINISTRATION : WORK;
		Optional<NavigationEntry> first = order.stream().flatMap(group -> of(group, authentication)).findFirst();
		return first.map(entry -> "redirect:" + entry.address()).orElse("account/start");
	}

	private Stream<NavigationEntry> of(Group group, Authentication who) {
		return entries.stream().filter(entry -> entry.group() == group && entry.shownTo().test(who));
	}
}
