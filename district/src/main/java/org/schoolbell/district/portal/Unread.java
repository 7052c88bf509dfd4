package org.schoolbell.district.portal;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.notice.ReadMarks;

/** The number on the bell. Thread-safe. */
@Component
class Unread {
	private final Readers readers;
	private final ReadMarks marks;

	Unread(Readers readers, ReadMarks marks) {
		this.readers = readers;
		this.marks = marks;
	}

	int of(Authentication who) {
		return who.getPrincipal() instanceof SignedIn signedIn ? of(signedIn) : 0;
	}

	int of(SignedIn who) {
		Reader reader = readers.of(who);
		return reader.person().map(person -> marks.unread(person, reader.ids())).orElse(0);
	}
}
