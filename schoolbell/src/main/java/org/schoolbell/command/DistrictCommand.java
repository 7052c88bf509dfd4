package org.schoolbell.command;

import picocli.CommandLine.Command;

import org.schoolbell.demo.Role;

@Command(name = "district", customSynopsis = "schoolbell district [--setting=VALUE...]", description = {"Starts the district server.",
		"It is configured by application.yaml in the working directory, by the environment, or by --setting=VALUE.%n"})
final class DistrictCommand extends RoleCommand {
	DistrictCommand() {
		super(Role.DISTRICT);
	}
}
