package org.schoolbell.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.schoolbell.demo.SampleRequest;
import org.schoolbell.sandbox.sample.SampleDistrict;

@Command(name = "generate-sample", mixinStandardHelpOptions = true, sortOptions = false, description = "Writes a made-up district as OneRoster 1.2 CSV: the same file for the same options on any machine.%n")
final class GenerateSampleCommand implements Callable<Integer> {
	@Option(names = "--students", paramLabel = "N", description = "How many students (default ${DEFAULT-VALUE}).")
	private int students = SampleRequest.STUDENTS;

	@Option(names = "--seed", paramLabel = "S", description = "From which everything is drawn (default ${DEFAULT-VALUE}).")
	private long seed = SampleRequest.SEED;

	@Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "A day in the Active year (default today).")
	private @Nullable LocalDate date;

	@Option(names = "--out", paramLabel = "FILE", required = true, description = "The zip to write.")
	private Path out = Path.of("sample.zip");

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		LocalDate day = date == null ? LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault()) : date;
		sample(day).writeTo(out);
		spec.commandLine().getOut().println("Wrote " + out + ": " + students + " students, seed " + seed + ", date " + day + ".");
		return 0;
	}

	private SampleDistrict sample(LocalDate day) {
		try {
			return SampleDistrict.of(students, seed, day);
		} catch (IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
	}
}
