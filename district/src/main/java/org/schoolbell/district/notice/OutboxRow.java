package org.schoolbell.district.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.PushId;

/**
 * A push that has no final receipt.
 *
 * @param attempts how often it was deferred
 * @param publishedAt since when it is in flight; empty while it waits
 * @param batch with which it is in flight
 * @param unanswered whether it was in flight and came back without a receipt, so that a phone may show it
 * @param overtaken whether a newer one of its device and slot waits
 */
record OutboxRow(OutboxKey key, DeviceId device, PersonId person, PersonId student, UUID event, UUID notice, UUID slot, int version,
		int attempts, Instant expiresAt, Optional<Instant> publishedAt, Optional<BatchId> batch, boolean unanswered, boolean overtaken) {
	/** For a {@code SELECT} from the outbox as {@code o} that is to be read with {@link #read}. */
	static final String COLUMNS = """
			o.priority, o.seq, o.device, o.person, o.student, o.event, o.notice, o.slot, o.version, o.attempts, o.expires_at, o.published_at, o.batch, o.unanswered,
			EXISTS (SELECT FROM notice.outbox w
				WHERE w.device = o.device AND w.slot = o.slot AND w.published_at IS NULL
					AND (w.priority, w.seq) <> (o.priority, o.seq)) AS overtaken
			""";

	/** For a {@code SELECT} from rows as {@code e} that this very statement has taken out because of newer ones, to be read with {@link #read}. */
	static final String ENDED = """
			e.priority, e.seq, e.device, e.person, e.student, e.event, e.notice, e.slot, e.version, e.attempts, e.expires_at, e.published_at, e.batch,
			e.unanswered, true AS overtaken
			""";

	static OutboxRow read(ResultSet row) throws SQLException {
		return new OutboxRow(new OutboxKey(row.getShort("priority"), row.getLong("seq")), new DeviceId(row.getLong("device")),
				new PersonId(row.getLong("person")), new PersonId(row.getLong("student")), row.getObject("event", UUID.class),
				row.getObject("notice", UUID.class), row.getObject("slot", UUID.class), row.getInt("version"), row.getInt("attempts"),
				row.getObject("expires_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				Optional.ofNullable(row.getObject("batch", UUID.class)).map(BatchId::new),
				row.getBoolean("unanswered"), row.getBoolean("overtaken"));
	}

	OutboxRow asUnanswered() {
		return new OutboxRow(key, device, person, student, event, notice, slot, version, attempts, expiresAt, publishedAt, batch, true,
				overtaken);
	}

	PushId push() {
		return PushIds.of(notice, version, device);
	}
}
