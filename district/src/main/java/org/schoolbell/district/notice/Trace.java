package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/**
 * One round of what became of an event, and why. The first round names every possible recipient, later ones those whom they are about: whom the event
 * corrects, since they are not told of it but were told otherwise before, and whose pushes the last look stopped.
 *
 * @param rule what stopped the event; empty if nothing did
 */
public record Trace(EventId event, Kind kind, UUID subject, PersonId student, Instant at, int round, OfEvent verdict, Optional<Rule> rule,
		List<Recipient> recipients) {
	/** What became of the event. */
	public enum OfEvent {
		TELL, DROP
	}

	/** What became of it for one person. */
	public enum OfPerson {
		TELL, INBOX_ONLY, WITHHOLD
	}

	/** How a push stands or ended, as the API names it. */
	public enum PushState {
		WAITING, IN_FLIGHT, DEFERRED, ACCEPTED, DEVICE_GONE, REJECTED, NO_PROVIDER, OVERTAKEN, STOPPED, EXPIRED
	}

	/** @param rule what stopped it for this person; empty if nothing did */
	public record Recipient(PersonId person, OfPerson verdict, Optional<Rule> rule, List<TracedPush> pushes) {
		public Recipient {
			pushes = List.copyOf(pushes);
		}
	}

	/** @param id what the provider saw */
	public record TracedPush(UUID id, DeviceId device, PushState outcome) {}

	public Trace {
		recipients = List.copyOf(recipients);
	}
}
