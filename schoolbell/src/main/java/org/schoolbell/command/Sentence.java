package org.schoolbell.command;

import org.springframework.boot.web.server.PortInUseException;

import org.schoolbell.demo.DemoException;
import org.schoolbell.district.oneroster.ImportRefusedException;
import org.schoolbell.embedded.EmbeddedServiceException;

/** What went wrong, as one sentence for the person at the console. */
final class Sentence {
	private Sentence() {
	}

	/** The nearest cause that was written for a person; else the last cause, which knows best what was the matter. */
	static String of(Throwable failure) {
		Throwable last = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case DemoException written -> {
					return oneLine(written);
				}
				case EmbeddedServiceException written -> {
					return oneLine(written);
				}
				case ImportRefusedException written -> {
					return oneLine(written);
				}
				case PortInUseException taken -> {
					return "Port " + taken.getPort() + " is taken: stop what listens there, or choose another port.";
				}
				default -> last = cause;
			}
		}
		return "Failed: " + oneLine(last);
	}

	private static String oneLine(Throwable cause) {
		String message = cause.getMessage();
		return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
