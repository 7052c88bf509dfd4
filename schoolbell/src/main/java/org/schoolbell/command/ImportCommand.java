package org.schoolbell.command;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.schoolbell.demo.ImportRun;
import org.schoolbell.demo.Services;
import org.schoolbell.district.oneroster.ImportReport;

@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Imports a OneRoster 1.2 CSV file into the district of application.yaml, else into that of --data-dir, whether it runs or not.",
		"A file that cannot be taken as a whole changes nothing. Lines that cannot be taken are listed with what would be right.%n"})
final class ImportCommand implements Callable<Integer> {
	private static final int LINES_BETWEEN_NEWS = 100_000;

	@Parameters(paramLabel = "FILE.zip", description = "The file.")
	private Path file = Path.of("");

	@Option(names = "--data-dir", paramLabel = "DIR", description = "The demo's data, where application.yaml names no database (default ./data).")
	private Path dataDir = Path.of("data");

	@Option(names = "--strict", description = "End with status 1 if any line was rejected.")
	private boolean strict;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		if (!Files.isRegularFile(file)) {
			throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
		}
		ImportReport report;
		try (Services services = Services.untilTheProcessEnds()) {
			report = new ImportRun(dataDir, services).run(file, this::tell);
		}
		PrintWriter out = spec.commandLine().getOut();
		report.lines().forEach(out::println);
		return strict && report.rejected() > 0 ? 1 : 0;
	}

	/** To a person only: what a program reads is the report. */
	private void tell(String step, long lines) {
		if (atATerminal() && lines % LINES_BETWEEN_NEWS == 0) {
			spec.commandLine().getErr().println(lines == 0 ? step : step + ": " + lines + " lines");
		}
	}

	private static boolean atATerminal() {
		return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
	}
}
