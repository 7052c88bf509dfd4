package org.schoolbell.district.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.SaveOutcome;
import org.schoolbell.district.gradebook.ScoreToSave;
import org.schoolbell.district.gradebook.Scores;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.testing.TestClient;
import org.schoolbell.district.testing.TestTime;

/**
 * Score at random: much once, some again and again, some back to what it was, some silently. Most of it is posted by an integration through the public
 * API, the rest saved by people whose own family it is about, at the gradebook's door.
 */
final class Teachers {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final int BATCH = 100;
	private static final int BY_FAMILY = 20;
	private static final int WORKS = 1_400;
	private static final int WORKS_A_DAY = 550;
	private static final int SILENT_PERCENT = 25;

	private final TestClient api;
	private final Scores door;
	private final People people;
	private final TestTime time;
	private final Journal journal;
	private final Random random;
	private final List<Work> ahead;
	private int next;
	private List<Work> today = List.of();

	Teachers(TestClient api, Scores door, People people, TestTime time, Journal journal, Random random, List<Work> all) {
		this.api = api;
		this.door = door;
		this.people = people;
		this.time = time;
		this.journal = journal;
		this.random = random;
		this.ahead = drawn(all, random);
	}

	/** All that lies on an edge, and enough of the rest for some days. */
	private static List<Work> drawn(List<Work> all, Random random) {
		List<Work> shuffled = new ArrayList<>(all);
		Collections.shuffle(shuffled, random);
		shuffled.sort(Comparator.comparing(Work::edge).reversed());
		List<Work> drawn = new ArrayList<>(shuffled.subList(0, Math.min(WORKS, shuffled.size())));
		Collections.shuffle(drawn, random);
		return drawn;
	}

	/** Takes up the day's works: a third of yesterday's, the others new. */
	void beginDay() {
		List<Work> works = new ArrayList<>(today.subList(0, Math.min(today.size(), WORKS_A_DAY / 3)));
		int end = next + WORKS_A_DAY - works.size();
		works.addAll(ahead.subList(next, end));
		next = end;
		today = works;
	}

	/** Posts some batches of the day's works, minutes apart. */
	void write(int batches) {
		for (int i = 0; i < batches; i++) {
			Collections.shuffle(today, random);
			Map<Work, Score> batch = new LinkedHashMap<>();
			today.subList(0, BATCH).forEach(work -> batch.put(work, score(work)));
			boolean silent = random.nextInt(100) < SILENT_PERCENT;
			journal.keep(batch, post(batch, silent), silent, null, time.instant());
			time.pass(Duration.ofSeconds(1 + random.nextInt(600)));
			today.subList(BATCH - BY_FAMILY / 2, BATCH + BY_FAMILY / 2).forEach(this::byFamily);
		}
	}

	/** Of work that the batch has just scored and of other work, so that people overtake the integration. */
	private void byFamily(Work work) {
		String actor = work.family().get(random.nextInt(work.family().size()));
		Map<Work, Score> one = Map.of(work, score(work));
		boolean silent = random.nextInt(100) < SILENT_PERCENT;
		journal.keep(one, save(one, actor, silent), silent, actor, time.instant());
	}

	private List<@Nullable String> save(Map<Work, Score> batch, String actor, boolean silent) {
		PersonId person = Objects.requireNonNull(people.idsOf(List.of(new SourcedId(actor))).get(new SourcedId(actor)));
		List<ScoreToSave> scores = batch.entrySet().stream().map(entry -> toSave(entry.getKey(), entry.getValue())).toList();
		List<@Nullable String> events = new ArrayList<>();
		for (SaveOutcome outcome : door.save(scores, person, silent)) {
			events.add(switch (outcome) {
				case SaveOutcome.Changed changed -> changed.event().value().toString();
				case SaveOutcome.Unchanged _ -> null;
				case SaveOutcome.Rejected rejected -> throw new IllegalStateException("The door refused a score: " + rejected.reason());
			});
		}
		return events;
	}

	private static ScoreToSave toSave(Work work, Score score) {
		return new ScoreToSave(new SourcedId(work.assignment()), new SourcedId(work.student()), score.points(), score.percent(),
				score.mark(),
				score.flags().stream().map(Flag::valueOf).collect(Collectors.toSet()), null, null);
	}

	private Score score(Work work) {
		int percentile = random.nextInt(100);
		if (percentile < 5) {
			return journal.now(work);
		}
		Score before = journal.atDawn(work);
		if (percentile < 25) {
			return before;
		}
		return Score.draw(random, work.possible());
	}

	private List<@Nullable String> post(Map<Work, Score> batch, boolean silent) {
		List<Map<String, Object>> items = batch.entrySet().stream().map(entry -> item(entry.getKey(), entry.getValue())).toList();
		TestClient.Reply reply = api.post("/api/v1/scores" + (silent ? "?silent=true" : ""), JSON.writeValueAsString(items),
				Scope.SCHOOLBELL_WRITE);
		if (reply.status() != 200) {
			throw new IllegalStateException("The API answered " + reply.status() + ": " + reply.text());
		}
		List<@Nullable String> events = new ArrayList<>();
		for (JsonNode result : reply.json().required("results").values()) {
			int status = result.required("status").asInt();
			if (status != 200 && status != 201) {
				throw new IllegalStateException("The API refused a score: " + result);
			}
			events.add(result.has("event") ? result.required("event").asString() : null);
		}
		return events;
	}

	private static Map<String, Object> item(Work work, Score score) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("assignment", work.assignment());
		item.put("student", work.student());
		item.put("flags", score.flags());
		if (score.points() != null) {
			item.put("points", score.points());
		}
		if (score.percent() != null) {
			item.put("percent", score.percent());
		}
		if (score.mark() != null) {
			item.put("mark", score.mark());
		}
		return item;
	}
}
