package org.schoolbell.relay.broker;

import java.util.function.BooleanSupplier;

import org.schoolbell.relay.delivery.Consignment;
import org.schoolbell.relay.delivery.Deadline;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.Receipt;

/** A batch on its way through the relay, whose receipts go back to where it came from. */
record BatchConsignment(District district, PushBatch batch, Deadline deadline, BooleanSupplier live, Taken taken, ReceiptSender receipts)
		implements
			Consignment {

	@Override
	public boolean wanted() {
		return live.getAsBoolean();
	}

	@Override
	public void finished(Receipt receipt) {
		receipts.add(taken, receipt);
	}
}
