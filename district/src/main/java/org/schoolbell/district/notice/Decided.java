package org.schoolbell.district.notice;

import java.util.List;
import java.util.function.Predicate;

import org.schoolbell.district.decision.Decision;
import org.schoolbell.district.decision.Decision.OfPerson;
import org.schoolbell.district.decision.Verdict;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;

/**
 * A change and what became of it.
 *
 * @param last whether it is the last of its subject in the batch, so that what it says is true now
 */
record Decided(SchoolEvent event, boolean last, Decision decision) {
	/** @return who finds it in the inbox */
	List<PersonId> inInbox() {
		return people(verdict -> !(verdict instanceof Verdict.Withhold));
	}

	/** @return whose phones buzz */
	List<PersonId> onPhone() {
		return people(Verdict.Tell.class::isInstance);
	}

	/** @return who is not told, and so is owed a correction if they had been told otherwise */
	List<OfPerson> withheld() {
		return decision.people().stream().filter(one -> one.verdict() instanceof Verdict.Withhold).toList();
	}

	/**
	 * @return whether what was told of this subject before is no longer true. It is, if the value went elsewhere and came back within the batch, or
	 *         only "turned in" was added
	 */
	boolean replacesWhatWasTold() {
		return last && !event.withdrawn();
	}

	private List<PersonId> people(Predicate<Verdict> which) {
		return decision.people().stream().filter(one -> which.test(one.verdict())).map(OfPerson::person).toList();
	}
}
