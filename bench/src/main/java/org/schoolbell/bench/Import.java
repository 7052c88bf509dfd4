package org.schoolbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.schoolbell.sandbox.sample.SampleDistrict;

/**
 * Imports a small and a large sample with the real command under the same small heap, each into an empty district: memory must not grow with the file. The
 * seconds are those of the whole command, which makes and starts a database first; the pace beyond the baseline leaves out what is the same for any file.
 */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Lines a second and memory of an import, at a tenth of the size and at full size.")
final class Import implements Callable<Integer> {
	private static final Duration LONGEST = Duration.ofMinutes(30);
	/** A row of the report's table: file, read, inserted, and so on. */
	private static final Pattern FILE_ROW = Pattern.compile("\\w+\\.csv +(\\d+) +\\d+ .*");
	private static final double FLAT = 1.5;

	@Option(names = "--jar", description = "The product's jar (default: ${DEFAULT-VALUE})", defaultValue = "schoolbell/target/schoolbell.jar")
	private Path jar = Path.of("");
	@Option(names = "--students", description = "Of the large sample; a student has some 30 lines (default: ${DEFAULT-VALUE})", defaultValue = "10000")
	private int students = 10_000;
	@Option(names = "--heap-mib", description = "The most heap that the command gets (default: ${DEFAULT-VALUE})", defaultValue = "128")
	private int heapMib = 128;
	@Option(names = "--seed", description = "Of the samples (default: ${DEFAULT-VALUE})", defaultValue = "1")
	private long seed = 1;

	private record Imported(long lines, double seconds, long peakRssMib) {}

	@Override
	public Integer call() throws Exception {
		try (Workspace workspace = Workspace.make()) {
			Imported small = run(workspace, "small", Math.max(SampleDistrict.FEWEST_STUDENTS, students / 10));
			Imported large = run(workspace, "large", students);
			double growth = small.peakRssMib == 0 ? 0 : rounded((double) large.peakRssMib / small.peakRssMib);
			new Report("import").figure("heap_limit_mib", heapMib).figure("baseline_rows", small.lines)
					.figure("baseline_seconds", rounded(small.seconds)).figure("baseline_peak_rss_mib", small.peakRssMib)
					.figure("rows", large.lines).figure("seconds", rounded(large.seconds))
					.figure("rows_per_s", Math.round(large.lines / large.seconds))
					.figure("rows_per_s_beyond_baseline", Math.round((large.lines - small.lines) / (large.seconds - small.seconds)))
					.figure("peak_rss_mib", large.peakRssMib)
					.figure("peak_rss_to_baseline", growth).print();
			return growth <= FLAT ? 0 : 1;
		}
	}

	private Imported run(Workspace workspace, String name, int size) throws IOException {
		Path zip = workspace.folder(name + ".zip");
		SampleDistrict.of(size, seed, LocalDate.now(ZoneOffset.UTC)).writeTo(zip);
		// The command starts a database in a folder that a demo has made; an empty one is a demo that was never filled.
		Path data = workspace.folder(name);
		Files.createDirectories(data.resolve("database"));
		Path log = workspace.folder(name + ".log");
		long start = System.nanoTime();
		long[] peak = {0};
		try (Child child = Child.start(jar, log, List.of("-Xmx" + heapMib + "m"),
				List.of("import", "--strict", zip.toString(), "--data-dir", data.toString()))) {
			int status = child.awaitEnd(LONGEST, () -> peak[0] = Math.max(peak[0], child.peakRssMib()));
			double seconds = (System.nanoTime() - start) / 1e9;
			if (status != 0) {
				throw new IllegalStateException("The import ended with " + status + ": " + Files.readString(log));
			}
			return new Imported(lines(log), seconds, peak[0]);
		}
	}

	private static long lines(Path log) {
		try {
			return Files.readAllLines(log).stream().map(FILE_ROW::matcher).filter(Matcher::matches)
					.mapToLong(row -> Long.parseLong(row.group(1))).sum();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static double rounded(double figure) {
		return Math.round(figure * 100) / 100.0;
	}
}
