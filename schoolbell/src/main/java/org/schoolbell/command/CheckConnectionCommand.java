package org.schoolbell.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

import org.schoolbell.demo.CheckRun;
import org.schoolbell.district.dispatch.check.ConnectionReport;
import org.schoolbell.district.page.Texts;

@Command(name = "check-connection", mixinStandardHelpOptions = true, customSynopsis = "schoolbell check-connection [--language=TAG] [--setting=VALUE...]", description = {
		"Walks from this server to the relay and back, and says what is wrong where it fails, with a letter for whoever can help.",
		"It is configured as the district is: by application.yaml in the working directory, by the environment, or by --setting=VALUE.",
		"It changes nothing and tells nobody; a district server may run meanwhile, here or elsewhere.%n"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
				" 0:it works, be it with warnings", " 1:the settings cannot be read", " 2:wrong usage",
				"11:DNS does not know the relay's host, or none is set", "12:its port cannot be reached",
				"13:TLS: the certificate is expired, another host's or not trusted, or something on the way inspects TLS",
				"14:the broker refuses the sign-in", "15:it does not take a message",
				"16:the relay's answer does not come back"}, footerHeading = "%nExamples:%n", footer = {
						"  java -jar schoolbell.jar check-connection",
						"  java -jar schoolbell.jar check-connection --language=es",
						"  java -jar schoolbell.jar check-connection --schoolbell.broker.host=relay.example.org"})
final class CheckConnectionCommand implements Callable<Integer> {
	@Option(names = "--language", paramLabel = "TAG", description = "Of the report and the letter: en or es (default ${DEFAULT-VALUE}).")
	private String language = "en";

	/** Whatever is not ours is a setting, such as {@code --schoolbell.broker.port=5671}. */
	@Unmatched
	private List<String> settings = new ArrayList<>();

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		if (!Texts.tags().contains(language)) {
			throw new ParameterException(spec.commandLine(), "--language is one of " + String.join(", ", Texts.tags()) + ".");
		}
		settings.stream().filter(setting -> !setting.startsWith("--")).findFirst().ifPresent(stray -> {
			throw new ParameterException(spec.commandLine(), "A setting is --name=value, unlike '" + stray + "'.");
		});
		PrintWriter out = spec.commandLine().getOut();
		try (CheckRun check = CheckRun.with(settings)) {
			ReportPrinter printer = new ReportPrinter(check.texts(language), out);
			ConnectionReport report = check.run(printer::step);
			printer.end(report);
			report.failed().ifPresent(step -> spec.commandLine().getErr().println(printer.sentence(step)));
			return report.exitStatus();
		}
	}
}
