package org.schoolbell.district.decision;

import java.util.List;
import java.util.Optional;

import org.schoolbell.district.event.PersonId;

/**
 * What becomes of one event: three short lists of named rules, asked in order; the first rule that does not pass is the reason.
 * {@link AnythingToTell} is asked of the event, {@link WhoIsTold} and {@link HowReached} of each possible recipient. The numbers of the lists leave
 * the second one, "is it time?", to the rules that hold an event.
 *
 * @param sayable whether what the record says now may be said at all; if not, a correction says only that it is no longer as it was told
 * @param people one for each possible recipient, in the order of the facts
 */
public record Decision(EventVerdict event, boolean sayable, List<OfPerson> people) {
	/**
	 * What becomes of the event for one possible recipient.
	 *
	 * @param correction what they get instead, without a sound, if they are not told of it and were told before what is no longer true
	 */
	public record OfPerson(PersonId person, Verdict verdict, Verdict correction) {}

	public Decision {
		people = List.copyOf(people);
	}

	/** @return the same decision for the same facts, always */
	public static Decision decide(Facts facts) {
		Optional<Rule> stopped = AnythingToTell.stoppedBy(facts);
		EventVerdict event = stopped.<EventVerdict>map(EventVerdict.Drop::new).orElseGet(EventVerdict.Tell::new);
		Optional<Verdict> nobody = stopped.map(Verdict.Withhold::new);
		return new Decision(event, AnythingToTell.sayable(facts), facts.people().stream().map(
				person -> new OfPerson(person.person(), nobody.orElseGet(() -> verdict(facts, person)), Correct.of(facts, person)))
				.toList());
	}

	private static Verdict verdict(Facts facts, PersonFacts person) {
		Optional<Rule> withheld = WhoIsTold.stoppedBy(facts.event(), person);
		if (withheld.isPresent()) {
			return new Verdict.Withhold(withheld.get());
		}
		Optional<Rule> keptOffThePhone = HowReached.stoppedBy(facts, person);
		return keptOffThePhone.isPresent() ? new Verdict.InboxOnly(keptOffThePhone.get()) : new Verdict.Tell();
	}
}
