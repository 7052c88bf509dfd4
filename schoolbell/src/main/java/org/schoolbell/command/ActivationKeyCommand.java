package org.schoolbell.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.schoolbell.demo.KeyRun;
import org.schoolbell.demo.Services;
import org.schoolbell.district.account.ActivationKeys.Issued;
import org.schoolbell.district.account.Username;

@Command(name = "activation-key", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Prints an activation key, with which somebody chooses username and password at /activate of the district server. It is good once.",
		"It works on the database of application.yaml, else on that of --data-dir, whether a server runs or not.%n"})
final class ActivationKeyCommand implements Callable<Integer> {
	@ArgGroup(multiplicity = "1")
	private Whose whose = new Whose();

	@Option(names = "--data-dir", paramLabel = "DIR", description = "The demo's data, where application.yaml names no database (default ./data).")
	private Path dataDir = Path.of("data");

	@Spec
	private CommandSpec spec;

	private static final class Whose {
		@Option(names = "--name", paramLabel = "NAME", description = "Make an account for a new administrator, who is called so.")
		private @Nullable String name;

		@Option(names = "--username", paramLabel = "USERNAME", description = "Somebody who has an account and has forgotten the password.")
		private @Nullable String username;
	}

	@Override
	public Integer call() throws Exception {
		PrintWriter out = spec.commandLine().getOut();
		try (Services services = Services.untilTheProcessEnds()) {
			Issued issued = issue(new KeyRun(dataDir, services));
			out.printf("Activation key  %s%nGood until      %s%n", issued.key().printed(), issued.expires());
		}
		out.println("Open /activate on the district server, enter the key, and choose username and password.");
		return 0;
	}

	private Issued issue(KeyRun run) throws Exception {
		if (whose.name != null && !whose.name.isBlank()) {
			return run.forNewAdministrator(whose.name.strip());
		}
		Username username = Username.of(whose.username == null ? "" : whose.username).orElseThrow(
				() -> new ParameterException(spec.commandLine(), "Give a name, or the username of somebody who has an account."));
		return run.forUsername(username);
	}
}
