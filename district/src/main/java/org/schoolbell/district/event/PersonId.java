package org.schoolbell.district.event;

/** A person of the district's roster: student, guardian or staff. The number inside the database, never shown at a door. */
public record PersonId(long value) implements Comparable<PersonId> {
	@Override
	public int compareTo(PersonId other) {
		return Long.compare(value, other.value);
	}
}
