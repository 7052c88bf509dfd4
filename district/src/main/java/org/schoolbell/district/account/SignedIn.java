package org.schoolbell.district.account;

import java.util.Optional;
import java.util.Set;

import org.springframework.security.core.AuthenticatedPrincipal;

import org.schoolbell.district.audit.Actor;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Rights;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.right.Tool;

/**
 * Who is signed in to a page, the principal of its request: read anew from the database for every request, so that a right that was taken away is gone
 * with the next one. A controller gets it as a parameter with {@code @AuthenticationPrincipal}.
 *
 * @param person who that is in the roster; empty for somebody whom the roster does not have
 * @param name to show
 * @param place the district, to show below the name; empty if there is none
 * @param rights what the roles may do with the tools
 * @param language the language chosen for pages, BCP 47
 * @param device on which this one stays logged in and now is; empty if it was not chosen at sign-in
 */
public record SignedIn(AccountId account, Optional<PersonId> person, String name, String place, Set<Role> roles, Rights rights,
		Optional<String> language, Optional<DeviceId> device) implements AuthenticatedPrincipal, org.schoolbell.district.page.SignedIn {
	public SignedIn {
		roles = Set.copyOf(roles);
	}

	/** Somebody who has signed in without staying logged in. */
	public SignedIn(AccountId account, Optional<PersonId> person, String name, String place, Set<Role> roles, Rights rights,
			Optional<String> language) {
		this(account, person, name, place, roles, rights, language, Optional.empty());
	}

	/** @return the same one, who stays logged in on this device */
	SignedIn on(DeviceId here) {
		return new SignedIn(account, person, name, place, roles, rights, language, Optional.of(here));
	}

	/** @return whether this one may do that with the tool; whose records is another question */
	public boolean may(Tool tool, Level level) {
		return rights.include(tool, level);
	}

	@Override
	public boolean ofFamily() {
		return rights.levels().keySet().equals(Set.of(Tool.PORTAL));
	}

	/** @return how the audit trail names this one */
	public Actor actor() {
		return new Actor.User(account.value(), person);
	}

	/** @return the account's number: what a log may say of who did something */
	@Override
	public String getName() {
		return Long.toString(account.value());
	}

	/** Without the name, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "SignedIn[" + account.value() + "]";
	}
}
