package org.schoolbell.district.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the oracle reads the rules: right, or wrong in one place to see that it would be noticed.
 *
 * @param name of the mistake
 * @param words of the SQL, exactly once in it
 * @param misread what stands there instead
 * @param tampering a statement that changes records behind the oracle's back, blank for none
 * @param order the rules as they are asked
 */
record Reading(String name, String words, String misread, String tampering, List<Rule> order) {
	private static final List<Rule> ALL = List.of(Rule.values());
	static final Reading RIGHT = new Reading("no mistake", "", "", "", ALL);

	/** Wrong readings, each of which must be noticed. */
	static List<Reading> wrong() {
		return Stream.of(Arrays.stream(Rule.values()).map(Reading::without), swapped().stream(), misreadings(), tampered())
				.flatMap(one -> one)
				.toList();
	}

	/** The SQL as it is read. */
	String sql(String right) {
		if (words.isEmpty()) {
			return right;
		}
		int place = right.indexOf(words);
		if (place < 0 || right.indexOf(words, place + 1) >= 0) {
			throw new IllegalStateException("Not exactly once in the SQL: " + words);
		}
		return right.replace(words, misread);
	}

	private static Reading without(Rule rule) {
		return new Reading("without " + rule, "", "", "", ALL.stream().filter(one -> one != rule).toList());
	}

	private static List<Reading> swapped() {
		List<Reading> swapped = new ArrayList<>();
		for (int i = 1; i < ALL.size(); i++) {
			List<Rule> order = new ArrayList<>(ALL);
			Rule earlier = order.set(i - 1, ALL.get(i));
			order.set(i, earlier);
			swapped.add(new Reading(ALL.get(i) + " before " + earlier, "", "", "", List.copyOf(order)));
		}
		return swapped;
	}

	private static Stream<Reading> misreadings() {
		return Stream.of(
				misread("exactly at the threshold is told", "END < o.below", "END <= o.below"),
				misread("missing work is judged by its points", "ARRAY ['MISSING', 'CHEATED']", "ARRAY ['CHEATED']"),
				misread("cheated work is judged by its points", "ARRAY ['MISSING', 'CHEATED']", "ARRAY ['MISSING']"),
				misread("what has no percent is below", "< o.below, false", "< o.below, true"),
				misread("a day off the roster is still on it", "l.ends > a.due", "l.ends >= a.due"),
				misread("the day of joining the roster is not on it", "l.starts <= a.due", "l.starts < a.due"),
				misread("a day after leaving is still enrolled", "e.ends > a.due", "e.ends >= a.due"),
				misread("the day of coming is not enrolled", "e.starts <= a.due", "e.starts < a.due"),
				misread("an ended relationship holds for a day", "'infinity') > :today", "'infinity') >= :today"),
				misread("a relationship holds from the day after it began", "'-infinity') <= :today", "'-infinity') < :today"),
				misread("the portal flag does not matter", "WHERE g.portal AND", "WHERE"),
				misread("only who has the portal flag can be told", "ON g.student = c.student)", "ON g.student = c.student AND g.portal)"),
				misread("uncounted work is not told", "NOT a.active OR", "NOT a.active OR NOT a.counts OR"),
				misread("turned in is news", "mark IS NOT NULL OR array_remove(flags, 'TURNED_IN')", "mark IS NOT NULL OR flags"),
				misread("one loud change among silent ones is silent", "bool_and(s.silent)", "bool_or(s.silent)"),
				misread("the day's own changes are what was before it", "WHERE day < :day", "WHERE day <= :day"),
				misread("who wrote first caused it", "r.person = c.actor", "r.person = c.first_actor"),
				misread("who caused it for one student caused it for all", "ON c.event = r.event WHERE r.person = c.actor",
						"ON c.day = :day WHERE r.person = c.actor"),
				misread("adults read in the student portal", "CASE WHEN r.person = r.student THEN 2 ELSE 1 END", "2"),
				misread("students read in the parent portal", "CASE WHEN r.person = r.student THEN 2 ELSE 1 END", "1"),
				misread("any hidden tool counts", "h.tool = 1 AND ", ""),
				misread("any template counts", "t.calendar = s.calendar", "true"),
				misread("any switch counts", "o.student = r.student AND o.kind = 1\n\tWHERE NOT", "o.student = r.student\n\tWHERE NOT"),
				misread("a session that ran out is live", " AND s.expires_at > :now", ""),
				misread("a session that was ended is live", " AND s.revoked_at IS NULL", ""),
				misread("a device that is gone is there", " AND d.gone_at IS NULL", ""),
				misread("push need not be on", "WHERE d.push_on AND", "WHERE"),
				misread("a change is old after four days", "'72 hours'", "'96 hours'"));
	}

	private static Reading misread(String name, String words, String misread) {
		return new Reading(name, words, misread, "", ALL);
	}

	private static Stream<Reading> tampered() {
		return Stream.of(tampered("choices were turned around", "UPDATE preference.choice SET on_off = NOT on_off"),
				tampered("the district's switch was turned", "UPDATE preference.district SET push_enabled = NOT push_enabled"),
				tampered("the term was opened", "UPDATE calendar.term SET portal_enabled = true"),
				tampered("an adult was left out",
						"DELETE FROM roster.guardianship WHERE guardian = (SELECT max(guardian) FROM roster.guardianship)"));
	}

	private static Reading tampered(String name, String tampering) {
		return new Reading(name, "", "", tampering, ALL);
	}

	@Override
	public String toString() {
		return name;
	}
}
