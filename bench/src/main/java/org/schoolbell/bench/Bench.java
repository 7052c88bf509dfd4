package org.schoolbell.bench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts a benchmark by name. Exit status: 0 done and nothing lost, 1 something was lost or the work failed, 2 wrong usage. */
@Command(name = "bench", description = "Measures Schoolbell from outside, as real processes.", mixinStandardHelpOptions = true, subcommands = {
		Flow.class, Import.class, Kill.class, Seal.class})
public final class Bench implements Callable<Integer> {
	@CommandLine.Spec
	private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

	@Override
	public Integer call() {
		if (spec != null) {
			spec.commandLine().usage(System.err);
		}
		return CommandLine.ExitCode.USAGE;
	}

	/** @param args the benchmark's name and its options */
	public static void main(String[] args) {
		System.exit(new CommandLine(new Bench()).execute(args));
	}
}
