package org.schoolbell.district.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.web.Refusal;

/** People by the names that the outside gives them, and back. Thread-safe. */
@Component
class Identities {
	private final People people;

	Identities(People people) {
		this.people = people;
	}

	/** @return the person whom a parameter names; empty without one; 404 if there is nobody of that name */
	Optional<PersonId> named(String parameter, @Nullable String value) {
		return Query.sourcedId(parameter, value).map(sourcedId -> {
			PersonId person = people.idsOf(List.of(sourcedId)).get(sourcedId);
			if (person == null) {
				throw new Refusal(HttpStatus.NOT_FOUND, "The parameter " + parameter + " names nobody in this district's roster.");
			}
			return person;
		});
	}

	/** @return the outside's names of these people, in one statement; someone who left the roster has none */
	Map<PersonId, SourcedId> names(Collection<PersonId> ids) {
		return people.sourcedIdsOf(ids);
	}
}
