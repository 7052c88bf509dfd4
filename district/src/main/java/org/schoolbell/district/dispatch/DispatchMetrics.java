package org.schoolbell.district.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;

/** What is counted and timed here; no token, no name, no id. Thread-safe. */
@Component
class DispatchMetrics {
	/** Providers' reasons are words; anything else is counted as one, so that nobody floods the registry. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,40}");
	private static final String OUTCOMES = "schoolbell.dispatch.outcomes";

	private final MeterRegistry registry;
	private final Counter published;
	private final Counter refused;
	private final Counter unanswered;
	private final Counter unknown;
	private final Counter undecodable;
	private final Timer take;
	private final Timer confirm;
	private final Timer settle;

	DispatchMetrics(MeterRegistry registry, DispatchStatus status) {
		this.registry = registry;
		published = counter("published", "Pushes that the broker has confirmed");
		refused = counter("refused", "Pushes that the broker returned or refused; they wait and are published again");
		unanswered = counter("unanswered", "Pushes without a receipt in time, sent again with the same id");
		unknown = counter("receipts.unknown", "Receipts whose push is gone or is another by now");
		undecodable = counter("receipts.undecodable", "Messages from the relay that are no receipts");
		take = timer("take", "The last look, rendering and the mark, for a page of pushes");
		confirm = timer("confirm", "From handing a message to the broker until it confirmed it");
		settle = timer("settle", "Applying received receipts");
		registry.gauge("schoolbell.dispatch.connected", status, s -> s.connection() instanceof ConnectionState.Connected ? 1 : 0);
		Gauge.builder("schoolbell.dispatch.encrypted", status, s -> s.encrypted() ? 1 : 0)
				.description("0 if the settings ask for plain AMQP, which is never for production").register(registry);
	}

	void published(int pushes, Duration confirmed) {
		published.increment(pushes);
		confirm.record(confirmed);
	}

	void refused(int pushes) {
		refused.increment(pushes);
	}

	void unanswered(int pushes) {
		unanswered.increment(pushes);
	}

	void undecodable() {
		undecodable.increment();
	}

	Timer take() {
		return take;
	}

	Timer settle() {
		return settle;
	}

	void settled(List<Receipts> messages, Settled settled) {
		unknown.increment(settled.unknown());
		for (Receipts message : messages) {
			message.receipts().forEach(this::count);
			message.batches().stream().filter(batch -> batch.outcome() == BatchReceipt.Outcome.REJECTED)
					.forEach(batch -> count("BATCH", "BATCH_REJECTED", batch.reason() == null ? "" : batch.reason()));
		}
	}

	private void count(Receipt receipt) {
		String reason = switch (receipt.outcome()) {
			case Outcome.Rejected rejected -> rejected.reason();
			case Outcome.Deferred deferred -> deferred.reason();
			case Outcome.Accepted _,Outcome.DeviceGone _,Outcome.Stale _,Outcome.NoProvider _ -> "";
		};
		count(receipt.provider().name(), receipt.outcome().code().name(), reason);
	}

	private void count(String provider, String outcome, String reason) {
		String word = reason.isEmpty() ? "none" : WORD.matcher(reason).matches() ? reason : "other";
		registry.counter(OUTCOMES, "provider", provider, "outcome", outcome, "reason", word).increment();
	}

	private Counter counter(String name, String description) {
		return Counter.builder("schoolbell.dispatch." + name).description(description).register(registry);
	}

	private Timer timer(String name, String description) {
		return Timer.builder("schoolbell.dispatch." + name).description(description).register(registry);
	}
}
