package org.schoolbell.command;

import java.io.PrintWriter;
import java.time.Duration;

import org.schoolbell.district.dispatch.check.ConnectionReport;
import org.schoolbell.district.dispatch.check.Help;
import org.schoolbell.district.dispatch.check.Step;
import org.schoolbell.district.dispatch.check.Wording;
import org.schoolbell.district.page.Texts;

/** Shows a check of the connection at a console, each step as soon as it is done. */
final class ReportPrinter {
	private final Texts texts;
	private final PrintWriter out;

	ReportPrinter(Texts texts, PrintWriter out) {
		this.texts = texts;
		this.out = out;
	}

	void step(Step step) {
		Duration took = step.took();
		String time = took == null ? "" : texts.of("check.took", "milliseconds", took.toMillis());
		line(say(step.result().word()), say(step.title()), time, step.says().isEmpty() ? "" : say(step.says().getFirst()));
		step.says().stream().skip(1).forEach(more -> line("", "", "", say(more)));
		out.flush();
	}

	private void line(String result, String title, String took, String says) {
		out.println("  %-11s  %-22s %8s  %s".formatted(result, title, took, says).stripTrailing());
	}

	void end(ConnectionReport report) {
		Help help = report.help();
		if (help != null) {
			out.printf("%n%s%n", say(help.firewall()));
			out.printf("%n---- %s: %s ----%n%n%s%n%n%s%n----%n", texts.of("check.letter"), say(help.addressee().word()),
					say(help.subject()),
					say(help.letter()));
		}
		out.flush();
	}

	/** @return what failed and what that means, on one line */
	String sentence(Step failed) {
		return say(failed.title()) + ": " + say(failed.says().getFirst());
	}

	private String say(Wording wording) {
		return wording.in(texts::filled);
	}
}
