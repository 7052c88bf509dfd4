package org.schoolbell.district.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the oracle reads what is owed to people who were told what is no longer true: right, or wrong in one place to see that it would be noticed.
 *
 * @param name of the mistake
 * @param asked the rules that keep a correction from somebody, or from the phone
 * @param quirk what else is misread
 */
record Amending(String name, Set<Rule> asked, Quirk quirk) {
	private static final Set<Rule> RULES = EnumSet.of(Rule.SILENT, Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.PUSH_DISABLED, Rule.NO_DEVICE);
	static final Amending RIGHT = new Amending("no mistake", RULES, Quirk.NONE);

	/** A place at which the reading can go wrong. */
	enum Quirk {
		NONE, WHAT_WAITED_IS_SAID, ANY_PHONE_IS_SENT_IT, WHAT_STOOD_IN_THE_INBOX_ONLY_IS_LEFT
	}

	/** Wrong readings, each of which must be noticed. */
	static List<Amending> wrong() {
		List<Amending> wrong = new ArrayList<>();
		for (Rule rule : List.of(Rule.SILENT, Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.PUSH_DISABLED)) {
			Set<Rule> fewer = EnumSet.copyOf(RULES);
			fewer.remove(rule);
			wrong.add(new Amending("without " + rule, fewer, Quirk.NONE));
		}
		for (Rule rule : List.of(Rule.OWN_ACT, Rule.ABOVE_THRESHOLD, Rule.NOT_COUNTED)) {
			Set<Rule> more = EnumSet.copyOf(RULES);
			more.add(rule);
			wrong.add(new Amending("with " + rule, more, Quirk.NONE));
		}
		for (Quirk quirk : EnumSet.complementOf(EnumSet.of(Quirk.NONE))) {
			wrong.add(new Amending(quirk.name(), RULES, quirk));
		}
		return wrong;
	}

	@Override
	public String toString() {
		return name;
	}
}
