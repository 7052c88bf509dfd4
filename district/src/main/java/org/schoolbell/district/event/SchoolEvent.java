package org.schoolbell.district.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened at school, as the change log keeps it. One record per thing that can happen; a new one fails to compile wherever
 * it must be handled.
 */
public sealed interface SchoolEvent permits ScoreChanged {
	/** @return the id made at the save */
	EventId id();

	/** @return the kind of notice this may become */
	Kind kind();

	/** @return what it speaks of */
	Subject subject();

	/** @return the student it is about; changes of one student are decided in order */
	PersonId student();

	/** @return who caused it, null for an integration or an import */
	@Nullable
	PersonId actor();

	/** @return the moment of the save */
	Instant at();

	/** @return whether the writer asked that nobody be told */
	boolean silent();

	/** @return whether what it says now is what was said before it */
	boolean withdrawn();

	/** @return whether there was a record of its subject before, of which families may have been told */
	boolean revises();
}
