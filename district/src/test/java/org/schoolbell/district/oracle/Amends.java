package org.schoolbell.district.oracle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.Target;

/** Works out, day by day, who was told what is no longer true, and what is owed to them, as one reading has it. */
final class Amends {
	private static final Set<Rule> NOTHING_IS_SAID = Set.of(Rule.SILENT, Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.OWN_ACT, Rule.KIND_OFF,
			Rule.ABOVE_THRESHOLD, Rule.NOT_COUNTED, Rule.NOT_PUBLISHED);

	private final Amending reading;
	private final Map<Place, State> states = new HashMap<>();
	private final Set<Answer> owed = new HashSet<>();

	Amends(Amending reading) {
		this.reading = reading;
	}

	/** A score that changed on a day, under its last event. */
	record Changed(String assignment, String student, boolean wasThere) {}

	/** One person's place for one score. */
	record Place(String assignment, String student, String person) {}

	/** What a person's inbox and phones (by token) say of a score. */
	private static final class State {
		private boolean told;
		private boolean stands;
		private Set<String> waiting = new HashSet<>();
		private final Set<String> flying = new HashSet<>();
		private final Set<String> shown = new HashSet<>();
	}

	/** A push that left, and what became of it. */
	record Departed(Place place, String token, Optional<Outcome> outcome) {}

	/** @return by their last event, the scores that changed on this day */
	static Map<String, Changed> changed(JdbcClient jdbc, int day) {
		Map<String, Changed> changed = new HashMap<>();
		jdbc.sql("""
				SELECT DISTINCT ON (p.assignment, p.student) p.event, p.assignment, p.student,
					EXISTS (SELECT FROM oracle.post e WHERE e.assignment = p.assignment AND e.student = p.student AND e.day < p.day) AS was_there
				FROM oracle.post p
				WHERE p.day = ? AND p.event IS NOT NULL
				ORDER BY p.assignment, p.student, p.seq DESC
				""").param(day).query(row -> {
			changed.put(row.getString("event"),
					new Changed(row.getString("assignment"), row.getString("student"), row.getBoolean("was_there")));
		});
		return changed;
	}

	/** @return by person, the tokens of the phones that may be told */
	static Map<String, Set<String>> phones(JdbcClient jdbc, Instant now) {
		Map<String, Set<String>> phones = new HashMap<>();
		jdbc.sql("""
				SELECT DISTINCT p.sourced_id AS person, d.endpoint AS token
				FROM device.device d
				JOIN device.session s ON s.device = d.id AND s.person = d.person
				JOIN roster.person p ON p.id = d.person
				WHERE d.push_on AND d.gone_at IS NULL AND s.revoked_at IS NULL AND s.expires_at > ?
				""").param(now.atOffset(ZoneOffset.UTC)).query(row -> {
			phones.computeIfAbsent(row.getString("person"), _ -> new HashSet<>()).add(row.getString("token"));
		});
		return phones;
	}

	/** Half of what waits leaves: a provider takes it, or refuses it, or its receipt is long in coming. */
	static List<Departed> half(JdbcClient jdbc, PushSource outbox, RandomGenerator random, Instant now) {
		int waiting = jdbc.sql("SELECT count(*) FROM notice.outbox").query(Integer.class).single();
		List<Departed> departed = new ArrayList<>();
		List<Receipt> receipts = new ArrayList<>();
		for (Push push : outbox.take(waiting / 2).parcels().stream().flatMap(parcel -> parcel.pushes().stream()).toList()) {
			Optional<Outcome> outcome = switch (random.nextInt(4)) {
				case 0 -> Optional.empty();
				case 1 -> Optional.of(new Outcome.Rejected("BadTopic"));
				default -> Optional.of(new Outcome.Accepted());
			};
			departed.add(new Departed(place(jdbc, push), ((Target.Apns) push.target()).token().value(), outcome));
			outcome.ifPresent(how -> receipts.add(new Receipt(push.id(), push.ref(), how, push.target().platform(), now, 1)));
		}
		outbox.settle(List.of(Receipts.ofPushes(receipts)));
		return departed;
	}

	private static Place place(JdbcClient jdbc, Push push) {
		String link = push.link() == null ? "" : push.link();
		return jdbc.sql("""
				SELECT o.assignment, o.student, p.sourced_id AS person
				FROM notice.notice n JOIN oracle.post o ON o.event = n.event JOIN roster.person p ON p.id = n.person
				WHERE n.id = ?
				""").param(UUID.fromString(link.substring(link.lastIndexOf('/') + 1)))
				.query((row, _) -> new Place(row.getString("assignment"), row.getString("student"), row.getString("person"))).single();
	}

	/** A day was decided. */
	void decided(List<Recipient> recipients, Map<String, Changed> changed, Map<String, Set<String>> phones) {
		for (Recipient recipient : recipients) {
			Changed score = changed.get(recipient.event());
			if (score != null && !recipient.failing().contains(Rule.WITHDRAWN)) {
				State state = states.computeIfAbsent(new Place(score.assignment, score.student, recipient.person()), _ -> new State());
				decided(recipient, state, score.wasThere, phones.getOrDefault(recipient.person(), Set.of()));
			}
		}
	}

	private void decided(Recipient recipient, State state, boolean wasThere, Set<String> reachable) {
		Set<String> waited = state.waiting;
		state.waiting = new HashSet<>();
		String verdict = Answer.of(recipient, List.of(Rule.values())).verdict();
		if (!verdict.equals("WITHHOLD")) {
			state.told = true;
			state.stands = true;
			state.waiting.addAll(verdict.equals("TELL") ? reachable : Set.of());
		} else if (wasThere && state.told) {
			amend(recipient, state, !waited.isEmpty() && reading.quirk() != Amending.Quirk.WHAT_WAITED_IS_SAID, reachable);
		}
	}

	private void amend(Recipient recipient, State state, boolean takenOut, Set<String> reachable) {
		Set<String> onPhone = new HashSet<>(state.shown);
		onPhone.addAll(state.flying);
		boolean inboxOnly = state.stands && !takenOut && reading.quirk() != Amending.Quirk.WHAT_STOOD_IN_THE_INBOX_ONLY_IS_LEFT;
		Optional<Rule> kept = Stream.of(Rule.values()).filter(reading.asked()::contains).filter(recipient.failing()::contains).findFirst();
		state.stands = false;
		if ((onPhone.isEmpty() && !inboxOnly) || kept.filter(NOTHING_IS_SAID::contains).isPresent()) {
			return;
		}
		Set<String> sent = new HashSet<>(reachable);
		if (reading.quirk() != Amending.Quirk.ANY_PHONE_IS_SENT_IT) {
			sent.retainAll(onPhone);
		}
		state.stands = true;
		if (kept.isEmpty() && !sent.isEmpty()) {
			state.waiting.addAll(sent);
			owed.add(recipient.answer("TELL", "", "TELL", ""));
		} else {
			owed.add(recipient.answer("TELL", "", "INBOX_ONLY", kept.orElse(Rule.NO_DEVICE).name()));
		}
	}

	/** Pushes left. */
	void left(List<Departed> departed) {
		for (Departed push : departed) {
			State state = states.computeIfAbsent(push.place, _ -> new State());
			state.waiting.remove(push.token);
			if (push.outcome.isEmpty()) {
				state.flying.add(push.token);
			} else if (push.outcome.get() instanceof Outcome.Accepted) {
				state.shown.add(push.token);
			}
		}
	}

	/** @return what was owed to whom */
	Set<Answer> owed() {
		return owed;
	}
}
