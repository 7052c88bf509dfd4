package org.schoolbell.district.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** What is posted of a score, as the API takes it. */
record Score(@Nullable BigDecimal points, @Nullable BigDecimal percent, @Nullable String mark, SortedSet<String> flags) {
	static final Score NONE = new Score(null, null, null, flagged());
	private static final List<String> MARKS = List.of("A-", "C", "F", "Incomplete");
	/** Those that people chose among, so that scores lie on them. */
	private static final List<BigDecimal> EDGES = List.of("50", "60", "66.67", "70", "75", "80", "90", "100", "0").stream()
			.map(BigDecimal::new).toList();

	/** Whether a family would hear anything of it: "turned in" alone tells no one. */
	boolean saysSomething() {
		return points != null || percent != null || mark != null || flags.stream().anyMatch(flag -> !flag.equals("TURNED_IN"));
	}

	/** Any score, extra credit included, often on the edge of a threshold. */
	static Score draw(RandomGenerator random, BigDecimal possible) {
		return switch (random.nextInt(24)) {
			case 0 -> new Score(null, null, any(random, MARKS), flagged());
			case 1 -> new Score(null, null, null, flagged(any(random, List.of("LATE", "INCOMPLETE"))));
			case 2 -> new Score(null, null, null, flagged("MISSING"));
			case 3 -> new Score(points(random, possible), null, null, flagged("LATE", "MISSING"));
			case 4, 5 -> new Score(points(random, possible), null, null, flagged("CHEATED"));
			case 6 -> new Score(points(random, possible), null, null, flagged(any(random, List.of("EXEMPT", "DROPPED"))));
			case 7, 8 -> new Score(null, null, null, flagged("TURNED_IN"));
			case 9 -> new Score(points(random, possible), any(random, EDGES), null, flagged());
			case 10 -> new Score(null, new BigDecimal(random.nextInt(1_050)).movePointLeft(1), any(random, MARKS), flagged());
			case 11, 12, 13, 14 -> new Score(edge(random, possible), null, null, flagged());
			case 15 -> new Score(points(random, possible), null, any(random, MARKS), flagged("TURNED_IN", "INCOMPLETE"));
			default -> new Score(points(random, possible), null, null, random.nextInt(5) == 0 ? flagged("TURNED_IN") : flagged());
		};
	}

	/** Exactly on a threshold, or a hundredth of a point beside it. */
	private static BigDecimal edge(RandomGenerator random, BigDecimal possible) {
		BigDecimal exact = any(random, EDGES).multiply(possible).movePointLeft(2);
		return exact.add(new BigDecimal(random.nextInt(3) - 1).movePointLeft(2)).max(BigDecimal.ZERO);
	}

	/** Half points, up to a tenth more than possible. */
	private static BigDecimal points(RandomGenerator random, BigDecimal possible) {
		return new BigDecimal(random.nextInt(possible.intValue() * 22 / 10 + 1)).multiply(new BigDecimal("0.5"));
	}

	private static SortedSet<String> flagged(String... flags) {
		return new TreeSet<>(List.of(flags));
	}

	private static <T> T any(RandomGenerator random, List<T> all) {
		return all.get(random.nextInt(all.size()));
	}
}
