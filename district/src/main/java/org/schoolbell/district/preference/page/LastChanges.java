package org.schoolbell.district.preference.page;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.account.Accounts;
import org.schoolbell.district.audit.Actor;
import org.schoolbell.district.audit.Entry;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.roster.People;

/** Puts a name to the latest line of the audit trail about the switch. Thread-safe. */
@Component
class LastChanges {
	private final Trail trail;
	private final People people;
	private final Accounts accounts;

	LastChanges(Trail trail, People people, Accounts accounts) {
		this.trail = trail;
		this.people = people;
		this.accounts = accounts;
	}

	/** @return empty if nobody ever turned the switch */
	Optional<LastChange> ofSwitch() {
		return trail.last(PushSwitch.TOOL, PushSwitch.THING).map(this::named);
	}

	private LastChange named(Entry entry) {
		return switch (entry.origin().actor()) {
			case Actor.User(long account, Optional<PersonId> person) ->
				new LastChange("push.changed.by-person",
						person.map(this::name).orElseGet(() -> accounts.nameOf(new AccountId(account))).orElse("#" + account), entry.at());
			case Actor.Client(String id) -> new LastChange("push.changed.by-program", id, entry.at());
			case Actor.Server() -> new LastChange("push.changed.by-server", "", entry.at());
		};
	}

	/** Somebody who has left the roster since is told by number. */
	private Optional<String> name(PersonId id) {
		return Optional.ofNullable(people.byId(List.of(id)).get(id)).map(person -> person.firstName() + " " + person.familyName());
	}
}
