package org.schoolbell.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a command ended and what it printed. */
record Ended(int status, String out, String err) {
	/** Runs a command in this process, as {@code Main} does. Tests run one after the other, so nobody else prints meanwhile. */
	static Ended run(String... args) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		ByteArrayOutputStream complained = new ByteArrayOutputStream();
		System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
		try {
			int status = Schoolbell.run(args);
			return new Ended(status, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
		} finally {
			System.setOut(out);
			System.setErr(err);
		}
	}
}
