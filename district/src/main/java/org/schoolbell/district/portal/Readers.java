package org.schoolbell.district.portal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.roster.OwnStudents;
import org.schoolbell.district.roster.Person;

/** Whom a reader may read about, asked anew for each request: a flag that was taken away is gone with the next one. Thread-safe. */
@Component
public class Readers {
	private final OwnStudents ownStudents;
	private final DistrictZone zone;
	private final InstantSource time;

	Readers(OwnStudents ownStudents, DistrictZone zone, InstantSource time) {
		this.ownStudents = ownStudents;
		this.zone = zone;
		this.time = time;
	}

	/** @return who that is, and whose records that one may see now */
	public Reader of(SignedIn who) {
		return new Reader(who.person(), who.person().map(person -> numbered(person,
				ownStudents.of(person, who.roles().contains(Role.STUDENT), today()))).orElse(List.of()));
	}

	LocalDate today() {
		return zone.today(time);
	}

	private static List<Student> numbered(PersonId reader, List<Person> people) {
		List<Student> students = new ArrayList<>();
		people.forEach(
				person -> students.add(new Student(person.id(), person.firstName(), Portal.of(reader, person.id()), students.size())));
		return students;
	}
}
