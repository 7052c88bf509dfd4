package org.schoolbell.district.notice;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxCursorTest {
	private long nanos = -5;
	private final OutboxCursor cursor = new OutboxCursor(() -> nanos);

	@Test
	void beginsAtTheBeginningOnceASecondAndOtherwiseWhereThatLookBegan() {
		assertThat(cursor.next()).containsExactly(0, 0, 0);
		cursor.took(new OutboxKey((short) 1, 70));
		cursor.took(new OutboxKey((short) 1, 60));
		assertThat(cursor.next()).as("what commits late is still found").containsExactly(0, 0, 0);

		nanos += Duration.ofSeconds(1).toNanos();
		assertThat(cursor.next()).containsExactly(0, 0, 0);
		cursor.took(new OutboxKey((short) 0, 80));
		assertThat(cursor.next()).containsExactly(0, 70, 0);

		nanos += Duration.ofSeconds(1).toNanos();
		assertThat(cursor.next()).containsExactly(0, 0, 0);
		assertThat(cursor.next()).containsExactly(80, 70, 0);
	}
}
