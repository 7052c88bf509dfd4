package org.schoolbell.district.audit;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** The audit trail. Thread-safe. */
@Component
public class Trail {
	private final JdbcClient jdbc;
	private final InstantSource time;

	Trail(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** Appends a line, in the transaction of the change itself: there is never one without the other. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(Origin origin, Change change) {
		Actor actor = origin.actor();
		jdbc.sql("""
				INSERT INTO audit.entry (at, account, person, client, address, tool, thing, before, after)
				VALUES (:at, :account, :person, :client, :address::inet, :tool, :thing, :before, :after)
				""").param("at", time.instant().atOffset(ZoneOffset.UTC)).param("account", account(actor), Types.BIGINT)
				.param("person", person(actor), Types.BIGINT).param("client", client(actor), Types.VARCHAR)
				.param("address", origin.address().map(Trail::text).orElse(null), Types.VARCHAR).param("tool", change.tool())
				.param("thing", change.thing()).param("before", change.before(), Types.VARCHAR)
				.param("after", change.after(), Types.VARCHAR)
				.update();
	}

	/** @return the latest change of this thing, if there was any */
	@Transactional(readOnly = true)
	public Optional<Entry> last(String tool, String thing) {
		return jdbc.sql("""
				SELECT id, at, account, person, client, host(address) AS address, tool, thing, before, after
				FROM audit.entry
				WHERE tool = ? AND thing = ?
				ORDER BY id DESC LIMIT 1
				""").param(tool).param(thing).query((row, _) -> read(row)).optional();
	}

	private static @Nullable Long account(Actor actor) {
		return actor instanceof Actor.User user ? user.account() : null;
	}

	private static @Nullable Long person(Actor actor) {
		return actor instanceof Actor.User user ? user.person().map(PersonId::value).orElse(null) : null;
	}

	private static @Nullable String client(Actor actor) {
		return actor instanceof Actor.Client client ? client.id() : null;
	}

	/** A link-local address names an interface of this machine, which the database does not know. */
	private static String text(InetAddress address) {
		return address.getHostAddress().split("%", 2)[0];
	}

	private static Entry read(ResultSet row) throws SQLException {
		Optional<InetAddress> address = Optional.ofNullable(row.getString("address")).map(InetAddress::ofLiteral);
		return new Entry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), new Origin(actor(row), address),
				new Change(row.getString("tool"), row.getString("thing"), row.getString("before"), row.getString("after")));
	}

	private static Actor actor(ResultSet row) throws SQLException {
		String client = row.getString("client");
		if (client != null) {
			return new Actor.Client(client);
		}
		Long account = row.getObject("account", Long.class);
		return account == null
				? new Actor.Server()
				: new Actor.User(account, Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new));
	}
}
