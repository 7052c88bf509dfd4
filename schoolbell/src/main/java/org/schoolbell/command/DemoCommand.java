package org.schoolbell.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.schoolbell.demo.Demo;
import org.schoolbell.demo.DemoOptions;
import org.schoolbell.demo.SampleRequest;
import org.schoolbell.demo.Services;

@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Starts everything in one process: PostgreSQL, the broker, district, relay, and a sandbox with phones to look at.",
		"A first start makes a district up; later ones go on with its data. Ctrl-C stops it.%n"})
final class DemoCommand implements Callable<Integer> {
	@Option(names = "--data-dir", paramLabel = "DIR", description = "Where everything is kept (default ./data).")
	private Path dataDir = Path.of("data");

	@Option(names = "--port", paramLabel = "N", description = "The district's port (default 8080); 0 takes free ports for everything.")
	private int port = DemoOptions.USUAL_PORT;

	@Option(names = "--reset", description = "Make the data anew.")
	private boolean reset;

	@Option(names = "--students", paramLabel = "N", description = "Students of a new sample (default " + SampleRequest.STUDENTS + ").")
	private @Nullable Integer students;

	@Option(names = "--seed", paramLabel = "S", description = "From which a new sample is drawn (default " + SampleRequest.SEED + ").")
	private @Nullable Long seed;

	@Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "A day in a new sample's Active year (default today).")
	private @Nullable LocalDate date;

	@Option(names = "--apns", paramLabel = "HOST:PORT", description = "Send to an APNs stand-in of another process, which keeps its certificate and key in DIR/sandbox, and start none here.")
	private @Nullable String apns;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		DemoOptions options = options();
		Services services = Services.untilTheProcessEnds();
		try {
			new Demo(options, InstantSource.system(), services).start(spec.commandLine().getOut());
		} catch (Exception e) {
			if (!services.stopping()) {
				throw e;
			}
		}
		services.awaitStop();
		return 0;
	}

	private DemoOptions options() {
		try {
			return new DemoOptions(dataDir, port, reset, new SampleRequest(students, seed, date), apns);
		} catch (IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
	}
}
