package org.schoolbell.district.oracle;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what each possible recipient of a day's events must be told, from records, choices and posts alone. */
final class Oracle {
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;
	private final String sql = Sql.read("failing.sql");

	Oracle(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What each reading makes of the day; two readings of the same SQL and records ask once.
	 *
	 * @param now when the day is decided
	 */
	Map<Reading, Set<Answer>> ask(List<Reading> readings, int day, Instant now, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(now, zone);
		Map<Question, List<Recipient>> recipients = readings.stream().map(this::question).distinct()
				.collect(Collectors.toMap(Function.identity(), question -> recipients(question, day, now, today)));
		return readings.stream()
				.collect(Collectors.toMap(Function.identity(), reading -> recipients.getOrDefault(question(reading), List.of()).stream()
						.map(recipient -> Answer.of(recipient, reading.order())).collect(Collectors.toUnmodifiableSet())));
	}

	/** @return everyone who could be told of the day's events, with all that speaks against it */
	List<Recipient> recipients(int day, Instant now, ZoneId zone) {
		return recipients(question(Reading.RIGHT), day, now, LocalDate.ofInstant(now, zone));
	}

	private record Question(String sql, String tampering) {}

	private Question question(Reading reading) {
		return new Question(reading.sql(sql), reading.tampering());
	}

	private List<Recipient> recipients(Question question, int day, Instant now, LocalDate today) {
		List<Recipient> found = transaction.execute(status -> {
			status.setRollbackOnly(); // what was tampered with is as it was
			// The planner knows nothing of how many rows each query of the WITH has, and guesses one.
			jdbc.sql("SET LOCAL enable_nestloop = off").update();
			if (!question.tampering().isEmpty()) {
				jdbc.sql(question.tampering()).update();
			}
			return jdbc.sql(question.sql()).param("day", day).param("now", now.atOffset(ZoneOffset.UTC)).param("today", today)
					.query((row, _) -> recipient(row)).list();
		});
		return found == null ? List.of() : found;
	}

	private static Recipient recipient(ResultSet row) throws SQLException {
		return new Recipient(row.getString("event"), row.getString("student"), row.getString("person"), rules(row.getArray("rules")));
	}

	private static Set<Rule> rules(Array names) throws SQLException {
		return Stream.of((String[]) names.getArray()).map(Rule::valueOf).collect(Collectors.toUnmodifiableSet());
	}
}
