package org.schoolbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.schoolbell.sandbox.sample.SampleDistrict;

/**
 * Kills the demo's whole process at random moments while scores are saved, and counts what the phones show in the end. The stand-in is a
 * process of its own and lives on, as the providers would.
 */
@Command(name = "kill", mixinStandardHelpOptions = true, description = "SIGKILL at random moments: nothing lost, nothing stacked on a screen.")
final class Kill implements Callable<Integer> {
	private static final int STUDENTS = 300;
	/** After a kill, what had no answer is sent again only when the earlier receipts have had a minute to come. */
	private static final int QUIET_SECONDS = 180;
	private static final int QUIET_SECONDS_WITHOUT_KILLS = 30;
	private static final int MOST_DELAY_MILLIS = 1_000;

	@Option(names = "--jar", description = "The product's jar (default: ${DEFAULT-VALUE})", defaultValue = "schoolbell/target/schoolbell.jar")
	private Path jar = Path.of("");
	@Option(names = "--scores", description = "How many (default: ${DEFAULT-VALUE})", defaultValue = "2000")
	private int scores = 2000;
	@Option(names = "--kills", description = "How many (default: ${DEFAULT-VALUE})", defaultValue = "6")
	private int kills = 6;
	@Option(names = "--seed", description = "Of the sample and of the moments (default: ${DEFAULT-VALUE})", defaultValue = "1")
	private long seed = 1;
	@Option(names = "--hide-every", description = "Self-test: the stand-in accepts every so many-th push and shows it nowhere. Done (0) only if the bench"
			+ " reports exactly those as lost; meant for --kills 0, since a push that is sent again after a kill may be shown after all.", defaultValue = "0")
	private int hideEvery;

	@Override
	public Integer call() throws Exception {
		LocalDate date = LocalDate.now(ZoneOffset.UTC);
		SampleDistrict sample = SampleDistrict.of(STUDENTS, seed, date);
		List<Audience.Expected> all = new Audience(sample).scores().collect(Collectors.toList());
		Random random = new Random(seed);
		Collections.shuffle(all, random);
		if (all.size() < scores) {
			throw new IllegalStateException("The sample has only " + all.size() + " scores to post, not " + scores);
		}
		try (Workspace workspace = Workspace.make(); StandIn standIn = StandIn.start(jar, workspace.folder("demo"), sample)) {
			List<String> options = new ArrayList<>(
					List.of("--students", Integer.toString(STUDENTS), "--seed", Long.toString(seed), "--date",
							date.toString()));
			options.addAll(standIn.demoOptions());
			if (hideEvery > 0) {
				standIn.hideEvery(hideEvery);
			}
			return measure(new Victim(jar, workspace.folder("demo"), options), standIn, all.subList(0, scores), random);
		}
	}

	private int measure(Victim victim, StandIn standIn, List<Audience.Expected> all, Random random) throws Exception {
		Phones phones = new Phones(standIn.http());
		Ledger ledger = new Ledger();
		try (victim; Poster poster = Poster.start(victim, all, ledger)) {
			for (int posted : moments(all.size(), random)) {
				poster.awaitPosted(posted);
				Pause.millis(random.nextInt(MOST_DELAY_MILLIS));
				victim.killAndStartAgain();
				System.out.printf("killed after %d scores, up again%n", ledger.changes());
			}
			poster.awaitPosted(all.size());
			ledger.await(phones, kills == 0 ? QUIET_SECONDS_WITHOUT_KILLS : QUIET_SECONDS);
		}
		// What came twice may come late: the phones are looked at once more after the district has stopped in order.
		phones.look();
		return report(ledger, phones);
	}

	private int report(Ledger ledger, Phones phones) {
		long lost = ledger.lost(phones);
		Report report = new Report("kill").figure("scores", ledger.changes()).figure("kills", kills).figure("expected", ledger.pushes())
				.figure("shown", phones.shown()).figure("lost", lost).figure("stacked", phones.stacked())
				.figure("unexpected", ledger.unexpected(phones)).figure("realerted", phones.realerted());
		long hidden = hidden(phones);
		if (hideEvery > 0) {
			report.figure("hidden", hidden);
		}
		report.print();
		boolean lossAsMade = hideEvery > 0 ? hidden > 0 && lost == hidden : lost == 0;
		return lossAsMade && phones.stacked() == 0 && ledger.unexpected(phones) == 0 ? 0 : 1;
	}

	/** Of every {@code hideEvery} pushes that arrived, all but one are among the deliveries. */
	private long hidden(Phones phones) {
		return hideEvery > 1 ? phones.deliveries().size() / (hideEvery - 1) : 0;
	}

	private List<Integer> moments(int size, Random random) {
		return random.ints(kills, 1, Math.max(2, size - 1)).sorted().boxed().toList();
	}
}
