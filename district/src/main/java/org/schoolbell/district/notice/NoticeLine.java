package org.schoolbell.district.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/**
 * A line of a person's inbox, as it is kept: ids and values, no names.
 *
 * @param params what it keeps of the event, in a form of the kind's own
 * @param corrected whether what it says is no longer true
 */
record NoticeLine(Key key, PersonId student, Kind kind, UUID subject, String params, boolean corrected) {
	/** Whose line, and which. */
	record Key(PersonId person, UUID id) {
		static Key of(OutboxRow row) {
			return new Key(row.person(), row.notice());
		}
	}

	/** For a {@code SELECT} from the notices as {@code n} that is to be read with {@link #read}. */
	static final String COLUMNS = "n.person, n.id, n.student, n.kind, n.subject, n.params, n.corrected_at IS NOT NULL AS corrected";

	static NoticeLine read(ResultSet row) throws SQLException {
		return new NoticeLine(new Key(new PersonId(row.getLong("person")), row.getObject("id", UUID.class)),
				new PersonId(row.getLong("student")), Kind.ofCode(row.getInt("kind")), row.getObject("subject", UUID.class),
				row.getString("params"), row.getBoolean("corrected"));
	}

	/** @return whether it puts right what was told before */
	boolean isCorrection() {
		return score().corrects() != null;
	}

	/** @return what it keeps of a score */
	ScoreParams score() {
		return switch (kind) {
			case ASSIGNMENTS -> ScoreParams.read(params);
			case GRADES, ATTENDANCE, LUNCH_BALANCE, RESPONSIVE_SCHEDULE ->
				throw new IllegalStateException("A line of kind " + kind + " must have been written by a newer server");
		};
	}
}
