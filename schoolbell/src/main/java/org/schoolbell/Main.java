package org.schoolbell;

import org.schoolbell.command.Schoolbell;

/** Starts a role or runs a command. */
public final class Main {
	private Main() {
	}

	/** Ends the process with the command's status. Without the explicit exit, threads of a server that failed half-way would keep it alive. */
	public static void main(String[] args) {
		System.exit(Schoolbell.run(args));
	}
}
