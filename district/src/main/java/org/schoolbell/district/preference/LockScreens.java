package org.schoolbell.district.preference;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** Who wants no details on the lock screen: pushes then say that there is something to read, and nothing of what it is. Thread-safe. */
@Component
public class LockScreens {
	private final JdbcClient jdbc;

	LockScreens(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Saves this person's choice. It counts for pushes that wait as well. */
	@Transactional
	public void hideDetails(PersonId person, boolean hide) {
		jdbc.sql("""
				INSERT INTO preference.lock_screen (person, hide_details) VALUES (?, ?)
				ON CONFLICT (person) DO UPDATE SET hide_details = excluded.hide_details
				""").param(person.value()).param(hide).update();
	}

	/** @return those of these people who hide details, in one statement; nobody does who has not chosen to */
	@Transactional(readOnly = true)
	public Set<PersonId> hidingDetails(Collection<PersonId> people) {
		return jdbc.sql("SELECT person FROM preference.lock_screen WHERE person = ANY (?) AND hide_details")
				.param(people.stream().mapToLong(PersonId::value).toArray()).query((row, _) -> new PersonId(row.getLong("person"))).stream()
				.collect(Collectors.toUnmodifiableSet());
	}
}
