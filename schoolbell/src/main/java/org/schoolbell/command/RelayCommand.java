package org.schoolbell.command;

import picocli.CommandLine.Command;

import org.schoolbell.demo.Role;

@Command(name = "relay", customSynopsis = "schoolbell relay [--setting=VALUE...]", description = {"Starts the relay.",
		"It is configured by application.yaml in the working directory, by the environment, or by --setting=VALUE.%n"})
final class RelayCommand extends RoleCommand {
	RelayCommand() {
		super(Role.RELAY);
	}
}
