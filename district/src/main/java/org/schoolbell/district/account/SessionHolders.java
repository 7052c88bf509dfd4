package org.schoolbell.district.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.Orgs;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.right.ToolRights;
import org.schoolbell.district.roster.People;

/** Whose a session is, and what they may do at this moment. Thread-safe. */
@Component
class SessionHolders {
	private final JdbcClient jdbc;
	private final People people;
	private final ToolRights rights;
	private final Orgs orgs;

	SessionHolders(JdbcClient jdbc, People people, ToolRights rights, Orgs orgs) {
		this.jdbc = jdbc;
		this.people = people;
		this.rights = rights;
		this.orgs = orgs;
	}

	/** @return who is signed in with this, empty if the session has ended: by a new password, or because the account lets nobody in any more */
	Optional<SignedIn> of(SessionKey session) {
		return jdbc.sql("SELECT person, name, roles, language FROM account.account WHERE id = ? AND version = ? AND enabled")
				.param(session.account().value()).param(session.version()).query((row, _) -> row(row)).optional()
				.flatMap(account -> signedIn(session.account(), account));
	}

	private record Row(@Nullable PersonId person, @Nullable String name, Set<Role> roles, @Nullable String language) {}

	private static Row row(ResultSet row) throws SQLException {
		Long person = row.getObject("person", Long.class);
		Set<Role> roles = Stream.of((String[]) row.getArray("roles").getArray()).map(Role::of).collect(Collectors.toUnmodifiableSet());
		return new Row(person == null ? null : new PersonId(person), row.getString("name"), roles, row.getString("language"));
	}

	/** Somebody who has left the roster is nobody any more. */
	private Optional<SignedIn> signedIn(AccountId account, Row row) {
		return name(row).map(name -> new SignedIn(account, Optional.ofNullable(row.person()), name, orgs.district().orElse(""), row.roles(),
				rights.of(row.roles()), Optional.ofNullable(row.language())));
	}

	private Optional<String> name(Row row) {
		return row.person() == null
				? Optional.ofNullable(row.name())
				: Optional.ofNullable(people.byId(List.of(row.person())).get(row.person()))
						.map(person -> person.firstName() + " " + person.familyName());
	}
}
