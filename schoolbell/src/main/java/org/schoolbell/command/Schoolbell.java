package org.schoolbell.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(name = "schoolbell", description = "Tells families what happened at school, on their phones, within a second.%n", mixinStandardHelpOptions = true, version = "Schoolbell 0.1.0", synopsisSubcommandLabel = "COMMAND", subcommands = {
		DemoCommand.class, DistrictCommand.class, RelayCommand.class, SandboxCommand.class, CheckConnectionCommand.class,
		ImportCommand.class, ActivationKeyCommand.class,
		GenerateSampleCommand.class,
		HelpCommand.class}, footerHeading = "%nExamples:%n", footer = {
				"  java -jar schoolbell.jar demo                         everything in one process, data in ./data",
				"  java -jar schoolbell.jar demo --port 0                the same on free ports",
				"  java -jar schoolbell.jar district                     one role, configured by application.yaml",
				"  java -jar schoolbell.jar check-connection             is the way to the relay open, and who can help if not",
				"  java -jar schoolbell.jar generate-sample --out s.zip  a made-up district as OneRoster 1.2 CSV",
				"  java -jar schoolbell.jar import s.zip                 import it",
				"  java -jar schoolbell.jar activation-key --name NAME   let a first administrator in", "",
				"Exit status: 0 done, 1 the work failed, 2 wrong usage; check-connection has more."})
public final class Schoolbell implements Runnable {
	@Spec
	private CommandSpec spec;

	@Option(names = "--stacktrace", description = "Show where an error came from.", scope = ScopeType.INHERIT)
	private boolean stacktrace;

	/** @return the exit status */
	public static int run(String... args) {
		Schoolbell root = new Schoolbell();
		return new CommandLine(root).setUsageHelpWidth(110).setCaseInsensitiveEnumValuesAllowed(true)
				.setExecutionExceptionHandler((failure, command, _) -> root.report(failure, command)).execute(args);
	}

	/** Without a command there is nothing to do. */
	@Override
	public void run() {
		throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
	}

	private int report(Exception failure, CommandLine command) {
		command.getErr().println(Sentence.of(failure));
		if (stacktrace) {
			failure.printStackTrace(command.getErr());
		}
		return CommandLine.ExitCode.SOFTWARE;
	}
}
