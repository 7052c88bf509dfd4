package org.schoolbell.sandbox.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which students are one family, without a list of families: students come in blocks of 40, each with the same 23 family sizes in an order of its own, so
 * that student to family and family to students are both a short sum.
 */
final class Families {
	private static final int[] SIZES = {5, 4, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
	private static final int BLOCK = IntStream.of(SIZES).sum();
	private static final int STORY_CHILDREN = StoryFamily.STUDENTS.size();
	/** Zones are taken modulo the number of schools of a level, so their number must be far above it. */
	private static final int ZONES = 1_000_000;

	private final int students;
	private final Draw seed;
	private final Names names;

	Families(int students, Draw seed, Names names) {
		this.students = students;
		this.seed = seed.of("family");
		this.names = names;
	}

	Stream<Family> all() {
		int blocks = (students - STORY_CHILDREN + BLOCK - 1) / BLOCK;
		return Stream.concat(Stream.of(story()), IntStream.range(0, blocks).boxed().flatMap(this::block));
	}

	Family of(int student) {
		if (student < STORY_CHILDREN) {
			return story();
		}
		int block = (student - STORY_CHILDREN) / BLOCK;
		int[] sizes = sizes(block);
		int place = 0;
		int next = firstOf(block) + sizes[0];
		while (next <= student) {
			place++;
			next += sizes[place];
		}
		return family(block, place, next - sizes[place], sizes[place]);
	}

	private Stream<Family> block(int block) {
		Stream.Builder<Family> families = Stream.builder();
		int[] sizes = sizes(block);
		int first = firstOf(block);
		for (int place = 0; place < sizes.length && first < students; place++) {
			families.add(family(block, place, first, sizes[place]));
			first += sizes[place];
		}
		return families.build();
	}

	private static int firstOf(int block) {
		return STORY_CHILDREN + block * BLOCK;
	}

	/** The sizes shuffled as Fisher and Yates do. */
	private int[] sizes(int block) {
		int[] sizes = SIZES.clone();
		Draw draw = seed.of("sizes").of(block);
		for (int i = sizes.length - 1; i > 0; i--) {
			int other = draw.of(i).below(i + 1);
			int size = sizes[i];
			sizes[i] = sizes[other];
			sizes[other] = size;
		}
		return sizes;
	}

	/** The last family of all has fewer children where the district's number of students ends inside it. */
	private Family family(int block, int place, int firstStudent, int size) {
		int number = 1 + block * SIZES.length + place;
		Draw draw = seed.of(number);
		int adults = adults(draw.of("adults").below(100));
		List<SampleGuardian> guardians = IntStream.range(0, adults).mapToObj(n -> guardian(number, n, draw)).toList();
		return new Family(number, firstStudent, Math.min(size, students - firstStudent), draw.of("zone").below(ZONES), guardians);
	}

	/** 1.6 on average. */
	private static int adults(int percentile) {
		if (percentile < 2) {
			return 0;
		}
		if (percentile < 47) {
			return 1;
		}
		if (percentile < 92) {
			return 2;
		}
		return percentile < 98 ? 3 : 4;
	}

	private SampleGuardian guardian(int family, int number, Draw familyDraw) {
		Draw draw = familyDraw.of("adult").of(number);
		// Every sixth adult has a name of their own.
		String familyName = names.familyName(draw.of("kept").below(6) == 0 ? draw : familyDraw, familyDraw);
		String sourcedId = "guardian-" + Digits.of(family, 6) + "-" + (number + 1);
		return new SampleGuardian(sourcedId, names.givenName(draw, familyDraw), familyName, role(draw.of("role").below(100)),
				!draw.of("account").percent(4));
	}

	private static String role(int percentile) {
		if (percentile < 85) {
			return "parent";
		}
		return percentile < 95 ? "guardian" : "relative";
	}

	private static Family story() {
		List<SampleGuardian> guardians = StoryFamily.GUARDIANS.stream()
				.map(id -> new SampleGuardian(id, StoryFamily.givenName(id), StoryFamily.FAMILY_NAME, role(id), true)).toList();
		return new Family(0, 0, STORY_CHILDREN, 0, guardians);
	}

	private static String role(String storySourcedId) {
		return storySourcedId.equals(StoryFamily.ROSA) ? "relative" : "parent";
	}

	/** The draw that a family's children share. */
	Draw draw(Family family) {
		return seed.of(family.number());
	}
}
