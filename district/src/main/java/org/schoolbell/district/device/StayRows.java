package org.schoolbell.district.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.event.PersonId;

/** The rows of Stay Logged In sessions that live. */
final class StayRows {
	private static final String LIVE = """
			SELECT id, device, person, sign_in, encode(token_hash, 'hex') AS token, encode(previous_hash, 'hex') AS previous,
				encode(salt, 'hex') AS salt, confirmed, began_at, rotated_at, used_at
			FROM device.session
			WHERE revoked_at IS NULL AND sign_in IS NOT NULL AND expires_at > ? AND""";

	private final JdbcClient jdbc;

	StayRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A session that lives.
	 *
	 * @param token the hash of the present secret, as {@link StayToken#secretHex}
	 * @param previous the hash of the one before
	 * @param salt what makes the present one out of the one before, in hexadecimal
	 * @param confirmed whether the device has shown the present one
	 */
	record Row(StayId id, DeviceId device, PersonId person, String signIn, String token, @Nullable String previous, @Nullable String salt,
			boolean confirmed, Instant began, Instant rotated, Instant used) {}

	/** @return the session of this token's series, which nobody else changes until the end of the transaction */
	Optional<Row> lock(StayToken token, Instant now) {
		return jdbc.sql(LIVE + " series_hash = ? FOR UPDATE").param(at(now)).param(token.seriesHash()).query((row, _) -> row(row))
				.optional();
	}

	Optional<Row> find(StayId session, Instant now) {
		return jdbc.sql(LIVE + " id = ?").param(at(now)).param(session.value()).query((row, _) -> row(row)).optional();
	}

	StayId insert(DeviceId device, PersonId person, String signIn, StayToken token, Instant now, Instant expires) {
		return new StayId(jdbc.sql("""
				INSERT INTO device.session (device, person, sign_in, series_hash, token_hash, began_at, rotated_at, used_at, expires_at)
				VALUES (:device, :person, :signIn, :series, :token, :now, :now, :now, :expires) RETURNING id
				""").param("device", device.value()).param("person", person.value()).param("signIn", signIn)
				.param("series", token.seriesHash()).param("token", token.secretHash()).param("now", at(now)).param("expires", at(expires))
				.query(Long.class).single());
	}

	void rotate(StayId session, StayToken next, byte[] salt, Instant now, Instant expires) {
		jdbc.sql("""
				UPDATE device.session
				SET previous_hash = token_hash, token_hash = :next, salt = :salt, confirmed = false, rotated_at = :now, used_at = :now,
					expires_at = :expires
				WHERE id = :id
				""").param("next", next.secretHash()).param("salt", salt).param("now", at(now)).param("expires", at(expires))
				.param("id", session.value()).update();
	}

	/** @param confirms whether the device has shown the token that this row has; by now it may have been followed by another */
	void use(Row row, boolean confirms, Instant now, Instant expires) {
		jdbc.sql("""
				UPDATE device.session SET used_at = :now, expires_at = :expires, confirmed = confirmed OR (:confirms AND token_hash = decode(:token, 'hex'))
				WHERE id = :id AND revoked_at IS NULL
				""").param("now", at(now)).param("expires", at(expires)).param("confirms", confirms).param("token", row.token())
				.param("id", row.id().value()).update();
	}

	void end(StayId session, End why, Instant now) {
		jdbc.sql("""
				UPDATE device.session SET revoked_at = :now, ended_by = :end
				WHERE id = :id AND revoked_at IS NULL AND expires_at > :now
				""").param("now", at(now)).param("end", why.code()).param("id", session.value()).update();
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(new StayId(row.getLong("id")), new DeviceId(row.getLong("device")), new PersonId(row.getLong("person")),
				row.getString("sign_in"), row.getString("token"), row.getString("previous"), row.getString("salt"),
				row.getBoolean("confirmed"), moment(row, "began_at"), moment(row, "rotated_at"), moment(row, "used_at"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}
}
