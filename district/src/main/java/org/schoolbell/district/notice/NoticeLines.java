package org.schoolbell.district.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of inboxes by their keys, one statement for any number of them. Thread-safe. */
@Component
class NoticeLines {
	private final JdbcClient jdbc;

	NoticeLines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the lines that are still there */
	Map<NoticeLine.Key, NoticeLine> of(Collection<NoticeLine.Key> keys) {
		List<NoticeLine.Key> all = List.copyOf(keys);
		Map<NoticeLine.Key, NoticeLine> lines = HashMap.newHashMap(all.size());
		jdbc.sql("""
				SELECT %s
				FROM unnest(?::bigint[], ?::text[]) AS k(person, id) JOIN notice.notice n ON n.person = k.person AND n.id = k.id::uuid
				""".formatted(NoticeLine.COLUMNS)).params(columns(all)).query(row -> {
			NoticeLine line = NoticeLine.read(row);
			lines.put(line.key(), line);
		});
		return lines;
	}

	/** Removes lines whose person may no longer see the student's records. */
	void delete(Collection<NoticeLine.Key> keys) {
		jdbc.sql("""
				DELETE FROM notice.notice n
				USING unnest(?::bigint[], ?::text[]) AS k(person, id)
				WHERE n.person = k.person AND n.id = k.id::uuid
				""").params(columns(List.copyOf(keys))).update();
	}

	private static List<Object> columns(List<NoticeLine.Key> keys) {
		return List.of(keys.stream().mapToLong(key -> key.person().value()).toArray(),
				keys.stream().map(key -> key.id().toString()).toArray(String[]::new));
	}
}
