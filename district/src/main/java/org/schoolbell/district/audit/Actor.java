package org.schoolbell.district.audit;

import java.util.Optional;

import org.schoolbell.district.event.PersonId;

/** Who changes something. */
public sealed interface Actor {

	/**
	 * Somebody who has signed in.
	 *
	 * @param account the account's number
	 * @param person whose account it is, if it is a person's of the roster
	 */
	record User(long account, Optional<PersonId> person) implements Actor {}

	/**
	 * A program that calls the API.
	 *
	 * @param id the client's id
	 */
	record Client(String id) implements Actor {}

	/** Nobody from outside: a command or a rule of the server. */
	record Server() implements Actor {}
}
