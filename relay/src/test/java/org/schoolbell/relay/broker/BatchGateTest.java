package org.schoolbell.relay.broker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchGateTest {
	private final BatchGate gate = new BatchGate();

	@Test
	void batchesGoSideBySideAndARedeliveredOneAlone() throws InterruptedException {
		BatchGate.Pass one = gate.enter(false);
		BatchGate.Pass two = gate.enter(false);
		CompletableFuture<BatchGate.Pass> again = enter(true);
		assertThat(again).isNotDone();

		one.close();
		one.close();
		assertThat(again).as("closing one place twice does not give back another's").isNotDone();
		two.close();
		BatchGate.Pass alone = again.join();

		CompletableFuture<BatchGate.Pass> next = enter(false);
		assertThat(next).isNotDone();
		alone.close();
		next.join().close();
	}

	/** Returns once the other thread has entered or waits at the gate. */
	private CompletableFuture<BatchGate.Pass> enter(boolean alone) {
		CompletableFuture<BatchGate.Pass> pass = new CompletableFuture<>();
		Thread thread = Thread.ofPlatform().daemon().start(() -> {
			try {
				pass.complete(gate.enter(alone));
			} catch (InterruptedException e) {
				pass.completeExceptionally(new CompletionException(e));
			}
		});
		while (!pass.isDone() && thread.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		return pass;
	}
}
