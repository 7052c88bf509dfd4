package org.schoolbell.sandbox.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Adults and the children who are related to all of them. A family's children have consecutive numbers.
 *
 * @param number
 *            from 0, the story family
 * @param zone
 *            where it lives, which decides the school of each level
 */
record Family(int number, int firstStudent, int children, int zone, List<SampleGuardian> guardians) {

	/** Which side's rows name the other side's people as agents. */
	boolean adultsNameChildren() {
		return number % 10 == 7;
	}

	IntStream students() {
		return IntStream.range(firstStudent, firstStudent + children);
	}
}
