package org.schoolbell.district.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each case is a seed; a failing one prints it. */
class FoldTest {
	private static final Instant START = Instant.parse("2026-11-24T20:00:00Z");

	static Stream<Long> seeds() {
		return Stream.iterate(1L, seed -> seed + 1).limit(100);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aFoldSpansFromTheFirstBeforeToTheLastAfter(long seed) {
		List<ScoreChanged> changes = changes(new SplittableRandom(seed));

		for (Folded folded : Fold.bySubject(changes)) {
			List<ScoreChanged> own = changes.stream().filter(change -> change.subject().equals(folded.event().subject())).toList();
			ScoreChanged last = own.getLast();
			assertThat(folded.event()).isEqualTo(new ScoreChanged(last.id(), last.student(), last.assignment(), own.getFirst().before(),
					last.after(), last.actor(), last.at(), own.stream().allMatch(ScoreChanged::silent)));
			assertThat(folded.overtaken()).isEqualTo(own.subList(0, own.size() - 1));
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everyChangeIsInExactlyOneFold(long seed) {
		List<ScoreChanged> changes = changes(new SplittableRandom(seed));

		List<EventId> ids = Fold.bySubject(changes).stream()
				.flatMap(folded -> Stream.concat(folded.overtaken().stream(), Stream.of(folded.event()))).map(SchoolEvent::id).toList();

		assertThat(ids).containsExactlyInAnyOrderElementsOf(changes.stream().map(ScoreChanged::id).toList());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void howSubjectsAreInterleavedMakesNoDifference(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		List<ScoreChanged> changes = changes(random);

		assertThat(Fold.bySubject(interleavedAnew(changes, random))).containsExactlyInAnyOrderElementsOf(Fold.bySubject(changes));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aChangeIsWithdrawnWhenTheNewsIsAsBefore(long seed) {
		for (Folded folded : Fold.bySubject(changes(new SplittableRandom(seed)))) {
			ScoreChanged score = (ScoreChanged) folded.event();
			assertThat(score.withdrawn()).isEqualTo(Objects.equals(told(score.before()), told(score.after())));
		}
	}

	/** What a family could be told, as a text. */
	private static String told(@Nullable ScoreValue value) {
		if (value == null) {
			return "";
		}
		String flags = value.flags().stream().filter(flag -> flag != Flag.TURNED_IN).map(Flag::name).sorted()
				.collect(Collectors.joining(" "));
		return Stream.of(value.points(), value.percent(), value.mark()).map(part -> part == null ? "" : part.toString())
				.collect(Collectors.joining("/")).replaceFirst("^//$", "") + flags;
	}

	private static List<ScoreChanged> changes(RandomGenerator random) {
		Map<Subject, ScoreValue> now = new HashMap<>();
		List<ScoreChanged> changes = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			PersonId student = new PersonId(random.nextInt(1, 4));
			AssignmentId assignment = new AssignmentId(random.nextInt(1, 4));
			ScoreValue after = Scores.any(random);
			ScoreChanged change = new ScoreChanged(EventId.at(START.plusMillis(i), random), student, assignment,
					now.get(Subject.ofScore(assignment, student)), after, null, START.plusMillis(i), random.nextInt(3) == 0);
			now.put(change.subject(), after);
			changes.add(change);
		}
		return changes;
	}

	/** Keeps each subject's order and mixes the subjects. */
	private static List<ScoreChanged> interleavedAnew(List<ScoreChanged> changes, RandomGenerator random) {
		List<List<ScoreChanged>> queues = new ArrayList<>(
				changes.stream().collect(Collectors.groupingBy(ScoreChanged::subject)).values().stream()
						.map(own -> (List<ScoreChanged>) new ArrayList<>(own)).toList());
		List<ScoreChanged> mixed = new ArrayList<>();
		while (!queues.isEmpty()) {
			List<ScoreChanged> queue = queues.get(random.nextInt(queues.size()));
			mixed.add(queue.removeFirst());
			queues.removeIf(List::isEmpty);
		}
		return mixed;
	}
}
