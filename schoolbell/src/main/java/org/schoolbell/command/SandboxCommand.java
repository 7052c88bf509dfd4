package org.schoolbell.command;

import picocli.CommandLine.Command;

import org.schoolbell.demo.Role;

@Command(name = "sandbox", customSynopsis = "schoolbell sandbox [--setting=VALUE...]", description = {
		"Starts the sandbox: stand-ins for the providers, and phones to look at.",
		"It is configured by application.yaml in the working directory, by the environment, or by --setting=VALUE.%n"})
final class SandboxCommand extends RoleCommand {
	SandboxCommand() {
		super(Role.SANDBOX);
	}
}
