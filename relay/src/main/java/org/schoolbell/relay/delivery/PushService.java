package org.schoolbell.relay.delivery;

import java.util.Optional;
import java.util.Set;

import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Target;

/** One provider. Implementations are thread-safe; thousands of virtual threads may be in {@link #send} at once. */
public interface PushService {

	/** Every credential that this service may send with. */
	Set<Credential> credentials();

	/** The credential that a district's push to this target is sent with; empty if this service does not serve it. */
	Optional<Credential> credentialFor(DistrictId district, Target target);

	/**
	 * Sends one push and waits for the answer. The same push may be sent again: providers see the same ids, so the phone shows it once.
	 *
	 * @param push
	 *            one whose target {@link #credentialFor} knows
	 * @throws InterruptedException
	 *             if the relay stops; the push may have arrived
	 */
	Answer send(Push push) throws InterruptedException;
}
