package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.GoneDevice;
import org.schoolbell.district.device.Subscriptions;
import org.schoolbell.district.dispatch.Settled;
import org.schoolbell.district.notice.OutboxChanges.Fate;
import org.schoolbell.district.notice.PushEnd.How;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;

/** Applies receipts to the outbox. Thread-safe. */
@Component
class Settlement {
	private final OutboxTable table;
	private final OutboxChanges changes;
	private final Devices devices;
	private final Subscriptions subscriptions;
	private final InstantSource time;

	Settlement(OutboxTable table, OutboxChanges changes, Devices devices, Subscriptions subscriptions, InstantSource time) {
		this.table = table;
		this.changes = changes;
		this.devices = devices;
		this.subscriptions = subscriptions;
		this.time = time;
	}

	/** A receipt counts only where both meet: a late one must not end a newer value's row, which may have the same key. */
	private record Addressee(OutboxKey key, PushId push) {}

	/**
	 * One transaction, in at most eight statements. Whoever dies before its end has changed nothing, and the same receipts come again; afterwards they
	 * meet nothing.
	 */
	@Transactional
	public Settled settle(List<Receipts> messages) {
		Instant now = time.instant();
		Map<Addressee, Receipt> receipts = byAddressee(messages);
		Map<OutboxKey, Fate> fates = new LinkedHashMap<>();
		List<GoneDevice> gone = new ArrayList<>();
		Map<DeviceId, Instant> otherKeys = new HashMap<>();
		List<Duration> skews = new ArrayList<>();
		for (OutboxRow row : lock(receipts.keySet())) {
			Receipt receipt = receipts.get(new Addressee(row.key(), row.push()));
			if (receipt != null) {
				fates.put(row.key(), fate(row, receipt.outcome(), now));
				gone(row, receipt).ifPresent(gone::add);
				if (receipt.outcome() instanceof Outcome.Rejected(String reason) && reason.equals(Outcome.Rejected.VAPID_KEY_MISMATCH)) {
					otherKeys.put(row.device(), row.publishedAt().orElse(receipt.at()));
				}
				skews.add(skew(row, receipt, now));
			}
		}
		rejected(messages).forEach(end -> fates.putIfAbsent(end.row().key(), new Fate.Ends(end)));
		changes.apply(List.copyOf(fates.values()), now);
		if (!gone.isEmpty()) {
			devices.remove(gone);
		}
		if (!otherKeys.isEmpty()) {
			subscriptions.renewAtNextVisit(otherKeys);
		}
		int told = messages.stream().mapToInt(message -> message.receipts().size()).sum();
		return new Settled(skews.size(), told - skews.size(), skews.stream().min(Duration::compareTo).orElse(Duration.ZERO));
	}

	/** Of several receipts for one push, the first final one counts: what came after it met nothing any more. */
	private static Map<Addressee, Receipt> byAddressee(List<Receipts> messages) {
		Map<Addressee, Receipt> receipts = new HashMap<>();
		for (Receipts message : messages) {
			for (Receipt receipt : message.receipts()) {
				OutboxKey.of(receipt.ref()).ifPresent(
						key -> receipts.merge(new Addressee(key, receipt.push()), receipt,
								(one, next) -> isFinal(one.outcome()) ? one : next));
			}
		}
		return receipts;
	}

	private List<OutboxRow> lock(Collection<Addressee> addressees) {
		return addressees.isEmpty() ? List.of() : table.lock(addressees.stream().map(Addressee::key).distinct().toList());
	}

	private static boolean isFinal(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Accepted _,Outcome.DeviceGone _,Outcome.Rejected _,Outcome.NoProvider _ -> true;
			case Outcome.Deferred _,Outcome.Stale _ -> false;
		};
	}

	private static Fate fate(OutboxRow row, Outcome outcome, Instant now) {
		return switch (outcome) {
			case Outcome.Accepted _ -> new Fate.Ends(new PushEnd(row, How.ACCEPTED, null));
			case Outcome.DeviceGone _ -> new Fate.Ends(new PushEnd(row, How.DEVICE_GONE, null));
			case Outcome.Rejected rejected -> new Fate.Ends(new PushEnd(row, How.REJECTED, rejected.reason()));
			case Outcome.NoProvider _ -> new Fate.Ends(new PushEnd(row, How.NO_PROVIDER, null));
			case Outcome.Deferred deferred -> waits(row, deferred.retryAfter(), now);
			case Outcome.Stale _ -> waits(row, Deferral.OF_STALE, now);
		};
	}

	/** Not beyond its end, where the last look finds it too old. */
	private static Fate waits(OutboxRow row, Duration retryAfter, Instant now) {
		Duration delay = Deferral.delay(retryAfter, row.attempts(), ThreadLocalRandom.current().nextDouble());
		Duration left = Duration.between(now, row.expiresAt());
		return new Fate.WaitsAgain(row, now.plus(delay.compareTo(left) < 0 ? delay : left), row.attempts() + 1);
	}

	/** The device lives if it registered at or after the moment that the provider named, else at or after the push was sent. */
	private static Optional<GoneDevice> gone(OutboxRow row, Receipt receipt) {
		return receipt.outcome() instanceof Outcome.DeviceGone dead
				? Optional.of(new GoneDevice(row.device(), Optional.ofNullable(dead.since()).or(row::publishedAt).orElse(receipt.at())))
				: Optional.empty();
	}

	private List<PushEnd> rejected(List<Receipts> messages) {
		Map<BatchId, String> reasons = new HashMap<>();
		for (Receipts message : messages) {
			for (BatchReceipt batch : message.batches()) {
				if (batch.outcome() == BatchReceipt.Outcome.REJECTED) {
					reasons.put(batch.batch(), Objects.requireNonNull(batch.reason()));
				}
			}
		}
		return reasons.isEmpty()
				? List.of()
				: table.lockBatches(reasons.keySet()).stream()
						.map(row -> new PushEnd(row, How.REJECTED, reasons.get(row.batch().orElseThrow()))).toList();
	}

	/** The relay finished it after we published it and before now. By how much its clock says something else, it is wrong, or ours is. */
	private static Duration skew(OutboxRow row, Receipt receipt, Instant now) {
		Duration ahead = Duration.between(now, receipt.at());
		Duration behind = Duration.between(receipt.at(), row.publishedAt().orElse(receipt.at()));
		Duration larger = ahead.compareTo(behind) > 0 ? ahead : behind;
		return larger.isNegative() ? Duration.ZERO : larger;
	}
}
