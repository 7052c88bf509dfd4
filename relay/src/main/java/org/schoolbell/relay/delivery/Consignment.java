package org.schoolbell.relay.delivery;

import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.Receipt;

/** One district's batch on its way, as the broker's side hands it over. */
public interface Consignment {

	District district();

	PushBatch batch();

	/** When each push of it must have its receipt. */
	Deadline deadline();

	/**
	 * Whether a receipt can still be given. Once the connection that the batch came from is lost, the broker gives the batch to someone again, and
	 * what has not been sent yet must not be: it could overtake a newer value.
	 */
	boolean wanted();

	/** Takes the receipt of one push; called exactly once for each push unless the consignment is no longer wanted. Any thread. */
	void finished(Receipt receipt);
}
