package org.schoolbell.district.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What was posted, and what the API answered: all that is known of the days. */
final class Journal {
	private static final JsonMapper JSON = JsonMapper.shared();

	private final JdbcClient jdbc;
	private final Map<Work, Score> stands = new HashMap<>();
	private final Map<Work, Score> stoodAtDawn = new HashMap<>();
	private final Set<String> events = new HashSet<>();
	private int day;
	private int posts;

	Journal(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A line of the table of posts. */
	private record Post(int seq, int day, @Nullable String event, String assignment, String student, @Nullable BigDecimal points,
			@Nullable BigDecimal percent, @Nullable String mark, SortedSet<String> flags, boolean silent, @Nullable String actor,
			String at) {}

	/** @return its number, from 1 */
	int beginDay() {
		stoodAtDawn.putAll(stands);
		return ++day;
	}

	/** What the score was before the day's first change. */
	Score atDawn(Work work) {
		return stoodAtDawn.getOrDefault(work, Score.NONE);
	}

	Score now(Work work) {
		return stands.getOrDefault(work, Score.NONE);
	}

	/**
	 * Keeps a batch that was posted, with its answers: an event each, null where nothing changed.
	 *
	 * @param actor sourcedId of who posted it, null for an integration
	 */
	void keep(Map<Work, Score> batch, List<@Nullable String> answers, boolean silent, @Nullable String actor, Instant at) {
		List<Post> lines = new ArrayList<>();
		batch.forEach((work, score) -> {
			String event = answers.get(lines.size());
			if (event != null && !events.add(event)) {
				throw new IllegalStateException("Two posts were answered with one event");
			}
			lines.add(new Post(++posts, day, event, work.assignment(), work.student(), score.points(), score.percent(), score.mark(),
					score.flags(), silent, actor, at.toString()));
		});
		stands.putAll(batch);
		jdbc.sql("INSERT INTO oracle.post SELECT * FROM jsonb_populate_recordset(NULL::oracle.post, ?::jsonb)")
				.param(JSON.writeValueAsString(lines)).update();
	}

	int posts() {
		return posts;
	}

	int events() {
		return events.size();
	}
}
