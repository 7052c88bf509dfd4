package org.schoolbell.district.preference;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** In which language each person reads. Thread-safe. */
@Component
public class Languages {
	/** For those who chose none. */
	public static final Locale DEFAULT = Locale.ENGLISH;

	private final JdbcClient jdbc;

	Languages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Saves these people's languages, in one statement. A language without texts is kept, and English is read until it has some. */
	@Transactional
	public void save(Map<PersonId, Locale> languages) {
		Map<PersonId, Locale> all = Map.copyOf(languages);
		jdbc.sql("""
				INSERT INTO preference.language (person, tag) SELECT * FROM unnest(?::bigint[], ?::text[])
				ON CONFLICT (person) DO UPDATE SET tag = excluded.tag
				""").param(all.keySet().stream().mapToLong(PersonId::value).toArray())
				.param(all.values().stream().map(Locale::toLanguageTag).toArray(String[]::new)).update();
	}

	/** @return the languages of these people, {@link #DEFAULT} where none was chosen */
	@Transactional(readOnly = true)
	public Map<PersonId, Locale> of(Collection<PersonId> people) {
		Map<PersonId, Locale> languages = new HashMap<>();
		people.forEach(person -> languages.put(person, DEFAULT));
		jdbc.sql("SELECT person, tag FROM preference.language WHERE person = ANY (?)")
				.param(people.stream().mapToLong(PersonId::value).toArray())
				.query(row -> {
					languages.put(new PersonId(row.getLong("person")), Locale.forLanguageTag(row.getString("tag")));
				});
		return Map.copyOf(languages);
	}
}
