package org.schoolbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.schoolbell.sandbox.sample.SampleDistrict;

/** Score changes through the API of a demo, as fast as it takes them and then at a steady pace, until every phone shows what it must. */
@Command(name = "flow", mixinStandardHelpOptions = true, description = "Throughput and latency from the Save to the provider's acceptance.")
final class Flow implements Callable<Integer> {
	private static final int BATCH = 200;
	private static final int SENDERS = 4;
	private static final int QUIET_SECONDS = 60;
	private static final int TICK_MILLIS = 50;

	@Option(names = "--jar", description = "The product's jar (default: ${DEFAULT-VALUE})", defaultValue = "schoolbell/target/schoolbell.jar")
	private Path jar = Path.of("");
	@Option(names = "--scale", description = "Divides the number of changes and students (default: ${DEFAULT-VALUE})", defaultValue = "1")
	private int scale = 1;
	@Option(names = "--seed", description = "Of the sample and of the order of changes (default: ${DEFAULT-VALUE})", defaultValue = "1")
	private long seed = 1;
	@Option(names = "--pace", description = "Changes a second in the steady part (default: ${DEFAULT-VALUE})", defaultValue = "200")
	private int pace = 200;

	@Override
	public Integer call() throws Exception {
		int students = Math.max(50, 5_000 / scale);
		int changes = Math.max(100, 20_000 / scale);
		int steady = Math.max(100, 4_000 / scale);
		LocalDate date = LocalDate.now(ZoneOffset.UTC);
		List<Audience.Expected> scores = new Audience(SampleDistrict.of(students, seed, date)).scores().collect(Collectors.toList());
		Collections.shuffle(scores, new Random(seed));
		if (scores.size() < changes + steady) {
			throw new IllegalStateException("The sample has only " + scores.size() + " scores to post, not " + (changes + steady));
		}
		try (Workspace workspace = Workspace.make();
				Demo demo = Demo.start(jar, workspace.folder("demo"), List.of("--students", Integer.toString(students), "--seed",
						Long.toString(seed), "--date", date.toString()))) {
			return measure(demo, scores.subList(0, changes), scores.subList(changes, changes + steady));
		}
	}

	private int measure(Demo demo, List<Audience.Expected> burst, List<Audience.Expected> steady) throws Exception {
		Phones phones = new Phones(demo.sandbox());
		Ledger ledger = new Ledger();
		long start = System.nanoTime();
		postAll(demo.api(), burst, ledger);
		double postSeconds = secondsSince(start);
		ledger.await(phones, QUIET_SECONDS);
		double seconds = secondsSince(start);
		long notices = ledger.notices();
		long pushes = phones.shown();
		int before = phones.deliveries().size();
		postSteadily(demo.api(), steady, ledger, phones);
		ledger.await(phones, QUIET_SECONDS);
		long[] latencies = phones.deliveries().stream().skip(before).mapToLong(Delivery::latencyMillis).sorted().toArray();
		long lost = ledger.lost(phones);
		new Report("flow").figure("changes", ledger.changes()).figure("post_s", rounded(postSeconds)).figure("drain_s", rounded(seconds))
				.figure("events_per_s", Math.round(burst.size() / seconds)).figure("notices_per_s", Math.round(notices / seconds))
				.figure("pushes_per_s", Math.round(pushes / seconds)).figure("pace_events_per_s", pace)
				.figure("commit_to_accept_p50_ms", percentile(latencies, 0.50))
				.figure("commit_to_accept_p99_ms", percentile(latencies, 0.99))
				.figure("peak_rss_mib", demo.process().peakRssMib()).figure("expected", ledger.pushes()).figure("shown", phones.shown())
				.figure("unexpected", ledger.unexpected(phones)).figure("stacked", phones.stacked()).figure("lost", lost).print();
		return lost == 0 && ledger.unexpected(phones) == 0 && phones.stacked() == 0 ? 0 : 1;
	}

	private static void postAll(DistrictApi api, List<Audience.Expected> scores, Ledger ledger) throws Exception {
		ConcurrentLinkedQueue<Integer> starts = new ConcurrentLinkedQueue<>();
		for (int i = 0; i < scores.size(); i += BATCH) {
			starts.add(i);
		}
		try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
			List<Callable<Void>> work = Collections.nCopies(SENDERS, () -> {
				for (Integer from = starts.poll(); from != null; from = starts.poll()) {
					post(api, scores.subList(from, Math.min(scores.size(), from + BATCH)), ledger);
				}
				return null;
			});
			for (Future<Void> sender : senders.invokeAll(work)) {
				sender.get();
			}
		}
	}

	/** A few changes every tick, however long the answers take: a slow answer must not slow the pace that is measured. */
	private void postSteadily(DistrictApi api, List<Audience.Expected> scores, Ledger ledger, Phones phones) throws Exception {
		int perTick = Math.max(1, pace * TICK_MILLIS / 1000);
		long start = System.nanoTime();
		try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> posts = new java.util.ArrayList<>();
			for (int i = 0; i < scores.size(); i += perTick) {
				List<Audience.Expected> few = scores.subList(i, Math.min(scores.size(), i + perTick));
				posts.add(senders.submit(() -> {
					post(api, few, ledger);
					return null;
				}));
				phones.look();
				long due = start + (i / perTick + 1L) * TICK_MILLIS * 1_000_000L;
				Pause.millis(Math.max(0, (due - System.nanoTime()) / 1_000_000));
			}
			for (Future<?> post : posts) {
				post.get();
			}
		}
	}

	private static void post(DistrictApi api, List<Audience.Expected> scores, Ledger ledger) throws IOException {
		List<Integer> statuses = api.post(scores.stream().map(Audience.Expected::score).toList());
		for (int i = 0; i < statuses.size(); i++) {
			if (statuses.get(i) != 201) {
				throw new IOException("A score of the sample was answered " + statuses.get(i));
			}
			ledger.taken(scores.get(i));
		}
	}

	private static double secondsSince(long nanos) {
		return (System.nanoTime() - nanos) / 1e9;
	}

	private static double rounded(double seconds) {
		return Math.round(seconds * 10) / 10.0;
	}

	private static long percentile(long[] sorted, double part) {
		return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(part * sorted.length)) - 1)];
	}
}
