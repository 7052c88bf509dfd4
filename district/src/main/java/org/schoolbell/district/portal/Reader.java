package org.schoolbell.district.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.web.Refusal;

/**
 * Who reads in the portal, and about whom.
 *
 * @param person in the roster; empty for somebody whom it does not have, who sees nothing
 * @param students whose records this one may see at this moment, by first name
 */
public record Reader(Optional<PersonId> person, List<Student> students) {
	public Reader {
		students = List.copyOf(students);
	}

	/** @return whether the only student is the reader */
	public boolean isStudent() {
		return students.size() == 1 && person.filter(students.getFirst().id()::equals).isPresent();
	}

	/** @return whether there is a choice */
	public boolean hasSeveral() {
		return students.size() > 1;
	}

	Set<PersonId> ids() {
		return students.stream().map(Student::id).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * @param number of an address, null if it names nobody
	 * @return the student of that number, all if it names nobody
	 * @throws Refusal 404, whether there is no such student or it is another family's
	 */
	public List<Student> chosen(@Nullable Long number) {
		return number == null ? students : List.of(student(number));
	}

	/** @throws Refusal 404, whether there is no such student or it is another family's */
	public Student student(long number) {
		return students.stream().filter(student -> student.number() == number).findFirst().orElseThrow(Reader::nothing);
	}

	/** @throws Refusal 404, if the roster does not have this one */
	public PersonId known() {
		return person.orElseThrow(Reader::nothing);
	}

	/** @return what is answered to whoever asks for what is not there, or not theirs */
	static Refusal nothing() {
		return new Refusal(HttpStatus.NOT_FOUND, "There is nothing of yours at this address.");
	}
}
