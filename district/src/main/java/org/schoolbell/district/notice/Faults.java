package org.schoolbell.district.notice;

import java.sql.SQLException;
import java.util.Arrays;

/** Says what went wrong without repeating messages: those of a database or a parser may hold what a score says. */
final class Faults {
	private Faults() {
	}

	static String describe(Throwable fault) {
		StringBuilder text = new StringBuilder();
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			text.append(text.isEmpty() ? "" : ", because of ").append(cause.getClass().getName());
			if (cause instanceof SQLException sql) {
				text.append(" with SQL state ").append(sql.getSQLState());
			}
		}
		Arrays.stream(fault.getStackTrace()).filter(frame -> frame.getClassName().startsWith("org.schoolbell.")).findFirst()
				.ifPresent(frame -> text.append(" at ").append(frame));
		return text.toString();
	}
}
