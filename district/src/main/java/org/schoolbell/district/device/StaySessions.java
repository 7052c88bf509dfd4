package org.schoolbell.district.device;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/**
 * Stay Logged In: a device shows its token, is signed in, and gets the next one. All is in the database, so any server may be asked. Thread-safe.
 * <p>
 * A token that was followed by another is taken for as long as the device has not shown that it has the other one: an answer may be lost, and a phone
 * may come back from it a week later. After that it is taken for {@link #GRACE} more, for requests that were sent at the same time. Whoever is let in so
 * is given the very same next token, so that it does not matter whose answer comes last. A token older than that is in two hands, and nobody can tell
 * whose are the right ones: the session ends.
 */
@Component
public class StaySessions {
	/** On so many devices a person stays logged in; one more ends the one that was used least lately. */
	static final int MOST = 20;
	/** How long the token before is taken after the next was made, though the device has the next one. */
	static final Duration GRACE = Duration.ofMinutes(1);
	/** How exactly it is kept when a device was last used. */
	static final Duration USE = Duration.ofHours(1);

	private final JdbcClient jdbc;
	private final InstantSource time;
	private final StaySettings settings;
	private final StayRows rows;
	private final SecureRandom random = new SecureRandom();

	StaySessions(JdbcClient jdbc, InstantSource time, StaySettings settings) {
		this.jdbc = jdbc;
		this.time = time;
		this.settings = settings;
		this.rows = new StayRows(jdbc);
	}

	/** What became of a token that was shown. */
	public sealed interface Shown {
		/** It is good, and its device is given the next one to keep. */
		record Good(Stay stay) implements Shown {}

		/** There is no such session, or it has ended. */
		record Over() implements Shown {}

		/** It is one that was followed by another long ago, and the session has ended at this moment because of it. */
		record Replayed(DeviceId device, PersonId person) implements Shown {}
	}

	/**
	 * Somebody has signed in in a browser and stays logged in there. Whoever did before does so no more; the device is this person's from now on.
	 *
	 * @param signIn what the session signs in to, for the caller to read when it comes back
	 */
	@Transactional
	public Stay begin(Browser browser, PersonId person, String signIn) {
		Instant now = time.instant();
		DeviceId device = own(browser, person);
		jdbc.sql("""
				UPDATE device.session SET revoked_at = :now, ended_by = CASE WHEN person = :person THEN :again ELSE :other END
				WHERE device = :device AND revoked_at IS NULL AND expires_at > :now
				""").param("now", at(now)).param("person", person.value()).param("again", End.SIGNED_IN_AGAIN.code())
				.param("other", End.OTHER_PERSON.code()).param("device", device.value()).update();
		endBeyond(person, MOST - 1, now);
		StayToken token = StayToken.random(random);
		StayId session = rows.insert(device, person, signIn, token, now, settings.expiry(now, now));
		return new Stay(session, device, person, signIn, token, lifetime(now, now));
	}

	/** Of a person's own, push stays as it was chosen; who takes a device over has it on. */
	private DeviceId own(Browser browser, PersonId person) {
		return new DeviceId(jdbc.sql("""
				INSERT INTO device.device AS d (person, name, system, browser_hash) VALUES (:person, :name, :system, :hash)
				ON CONFLICT (browser_hash) DO UPDATE
				SET person = excluded.person, name = excluded.name, system = excluded.system, push_on = d.push_on OR d.person <> excluded.person
				RETURNING id
				""").param("person", person.value()).param("name", browser.name()).param("system", browser.system().orElse(null))
				.param("hash", browser.hash()).query(Long.class).single());
	}

	private void endBeyond(PersonId person, int most, Instant now) {
		jdbc.sql("""
				UPDATE device.session SET revoked_at = :now, ended_by = :end
				WHERE id IN (SELECT id FROM device.session WHERE person = :person AND revoked_at IS NULL AND expires_at > :now
					ORDER BY used_at DESC, id DESC OFFSET :most)
				""").param("now", at(now)).param("end", End.TOO_MANY.code()).param("person", person.value()).param("most", most).update();
	}

	/**
	 * A device comes back with its token. Two requests with one token wait for each other here. Whoever dies before the answer has left loses nothing: the
	 * token that was shown is still good, and leads to the same next one.
	 */
	@Transactional
	public Shown show(StayToken token) {
		Instant now = time.instant();
		Optional<StayRows.Row> found = rows.lock(token, now);
		if (found.isEmpty()) {
			return new Shown.Over();
		}
		StayRows.Row row = found.get();
		if (row.token().equals(token.secretHex())) {
			byte[] salt = StayToken.salt(random);
			StayToken next = token.next(salt);
			rows.rotate(row.id(), next, salt, now, settings.expiry(row.began(), now));
			return good(row, next, now);
		}
		boolean before = token.secretHex().equals(row.previous());
		if (before && row.salt() != null && (!row.confirmed() || now.isBefore(row.rotated().plus(GRACE)))) {
			rows.use(row, false, now, settings.expiry(row.began(), now));
			return good(row, token.next(HexFormat.of().parseHex(row.salt())), now);
		}
		rows.end(row.id(), End.OLD_TOKEN, now);
		return new Shown.Replayed(row.device(), row.person());
	}

	private Shown good(StayRows.Row row, StayToken next, Instant now) {
		return new Shown.Good(new Stay(row.id(), row.device(), row.person(), row.signIn(), next, lifetime(row.began(), now)));
	}

	private Duration lifetime(Instant began, Instant now) {
		return Duration.between(now, settings.expiry(began, now));
	}

	/**
	 * A device is used by whoever was signed in by its session.
	 *
	 * @param token what the device has now, if it shows one
	 * @return the device, empty if the session has ended
	 */
	@Transactional
	public Optional<DeviceId> use(StayId session, Optional<StayToken> token) {
		Instant now = time.instant();
		Optional<StayRows.Row> found = rows.find(session, now);
		found.ifPresent(row -> {
			boolean confirms = !row.confirmed() && token.filter(shown -> row.token().equals(shown.secretHex())).isPresent();
			if (confirms || row.used().plus(USE).isBefore(now)) {
				rows.use(row, confirms, now, settings.expiry(row.began(), now));
			}
		});
		return found.map(StayRows.Row::device);
	}

	/**
	 * Ends the session that a device shows a token of, whichever of its tokens it is.
	 *
	 * @return the device, if the session lived
	 */
	@Transactional
	public Optional<DeviceId> end(StayToken token, End why) {
		Instant now = time.instant();
		Optional<StayRows.Row> found = rows.lock(token, now);
		found.ifPresent(row -> rows.end(row.id(), why, now));
		return found.map(StayRows.Row::device);
	}

	/** Ends a session, if it lives. */
	@Transactional
	public void end(StayId session, End why) {
		rows.end(session, why, time.instant());
	}

	/**
	 * Somebody has signed in in a browser and does not stay logged in there: whoever did does so no more, since the device is in other hands.
	 *
	 * @param mark what the browser is known again by
	 * @param person who has signed in, if the roster has them
	 */
	@Transactional
	public void endOn(String mark, Optional<PersonId> person) {
		jdbc.sql("""
				UPDATE device.session s SET revoked_at = :now, ended_by = CASE WHEN s.person = :person THEN :out ELSE :other END
				FROM device.device d
				WHERE d.browser_hash = :hash AND s.device = d.id AND s.revoked_at IS NULL AND s.expires_at > :now
				""").param("now", at(time.instant())).param("person", person.map(PersonId::value).orElse(0L))
				.param("out", End.SIGNED_OUT.code()).param("other", End.OTHER_PERSON.code()).param("hash", Browser.hash(mark)).update();
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}
}
