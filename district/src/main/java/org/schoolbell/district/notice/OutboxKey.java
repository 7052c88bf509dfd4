package org.schoolbell.district.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.schoolbell.wire.PushRef;

/**
 * The key of an outbox row, and the {@code ref} that comes back in its receipt.
 *
 * @param priority 0 HIGH, 1 NORMAL, 2 LOW
 */
record OutboxKey(short priority, long seq) implements Comparable<OutboxKey> {
	private static final Pattern REF = Pattern.compile("([0-2])-([0-9]{1,18})");

	/** @return the key in a ref of ours; empty for anything else, since a ref comes from outside */
	static Optional<OutboxKey> of(PushRef ref) {
		Matcher matcher = REF.matcher(ref.value());
		return matcher.matches()
				? Optional.of(new OutboxKey(Short.parseShort(matcher.group(1)), Long.parseLong(matcher.group(2))))
				: Optional.empty();
	}

	PushRef ref() {
		return new PushRef(priority + "-" + seq);
	}

	@Override
	public int compareTo(OutboxKey other) {
		int byPriority = Short.compare(priority, other.priority);
		return byPriority != 0 ? byPriority : Long.compare(seq, other.seq);
	}
}
