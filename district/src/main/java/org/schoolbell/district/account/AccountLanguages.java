package org.schoolbell.district.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** In which language pages speak to those who have chosen one. Thread-safe. */
@Component
public class AccountLanguages {
	private final JdbcClient jdbc;

	AccountLanguages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Has pages speak this language to somebody, from the next one on, in all of the person's accounts.
	 *
	 * @param language BCP 47
	 */
	@Transactional
	public void choose(PersonId person, String language) {
		jdbc.sql("UPDATE account.account SET language = ? WHERE person = ?").param(language).param(person.value()).update();
	}
}
