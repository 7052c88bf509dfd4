package org.schoolbell.sandbox.sample;

import java.util.List;

/**
 * The family of the guides, pictures and tests, alike in every sample: a daughter with a quiz not yet scored, a son whose reading class is last year's, and
 * four adults of whom each hears, or does not hear, for a reason of their own.
 */
public final class StoryFamily {
	/** Grade 9, on the list of {@link #ALGEBRA}; has a phone. */
	public static final String MAYA = "maya-lopez";
	/** Grade 5; was on the list of {@link #READING} last year. Has no phone. */
	public static final String LEO = "leo-lopez";
	/** May see both children, reads English, wants every score. */
	public static final String ANA = "ana-lopez";
	/** May see both children, reads Spanish, wants scores below 80 percent. */
	public static final String BEN = "ben-lopez";
	/** Related to both children, without the portal flag; has a phone all the same. */
	public static final String ROSA = "rosa-lopez";
	/** May see both children; her phone's session is revoked. */
	public static final String CARLA = "carla-lopez";
	/** Teaches {@link #ALGEBRA}. */
	public static final String TEACHER = "story-teacher";
	/** A section "Algebra I" of the Active year. */
	public static final String ALGEBRA = "story-algebra";
	/** "Unit 3 Quiz" of {@link #ALGEBRA}: 20 points, shown, counts, due one day before the sample's date, no result yet. */
	public static final String QUIZ = "story-quiz-3";
	/** A section of last year. */
	public static final String READING = "story-reading";
	/** An assignment of {@link #READING}, without results. */
	public static final String READING_ASSIGNMENT = "story-reading-1";

	/** Below this Ben is told. */
	static final int BEN_BELOW = 80;
	static final int MAYA_GRADE = 9;
	static final int LEO_GRADE = 5;
	static final String ALGEBRA_TITLE = "Algebra I";
	/** The place of Algebra among a grade's courses. */
	static final int ALGEBRA_NUMBER = 1;
	/** Students of these numbers are the story family's. */
	static final List<String> STUDENTS = List.of(MAYA, LEO);
	static final List<String> GUARDIANS = List.of(ANA, BEN, ROSA, CARLA);
	static final String FAMILY_NAME = "Lopez";

	private StoryFamily() {
	}

	/** Whether someone belongs to the family. */
	public static boolean includes(String sourcedId) {
		return STUDENTS.contains(sourcedId) || GUARDIANS.contains(sourcedId);
	}

	static Grade grade(int student) {
		return new Grade(student == 0 ? MAYA_GRADE : LEO_GRADE);
	}

	/** "Maya" of "maya-lopez". */
	static String givenName(String sourcedId) {
		return Character.toUpperCase(sourcedId.charAt(0)) + sourcedId.substring(1, sourcedId.indexOf('-'));
	}
}
