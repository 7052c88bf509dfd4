package org.schoolbell.demo;

import java.util.Map;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a person sees on the console while the parts start: warnings of all, and what our own say. */
final class Console {
	private Console() {
	}

	/**
	 * Sets logging up before database and broker speak, which start before any of the applications; what is set here holds for all of them, since a JVM has
	 * one logging system and the first to set it up wins.
	 */
	static void quiet() {
		begin(LogLevel.INFO);
	}

	/** The same for a command whose own output is what a person waits for. */
	static void warningsOnly() {
		begin(LogLevel.WARN);
	}

	private static void begin(LogLevel ours) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addLast(new MapPropertySource("demo",
				Map.of("logging.pattern.console", "%clr(%d{HH:mm:ss.SSS}){faint} %clr(%5p) %clr(%-24.24logger{0}){cyan} %m%n%wEx")));
		LoggingSystem logging = LoggingSystem.get(Console.class.getClassLoader());
		logging.beforeInitialize();
		logging.initialize(new LoggingInitializationContext(environment), null, null);
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
		logging.setLogLevel("org.schoolbell", ours);
		// It logs what it throws; the command says that in a sentence, and --stacktrace shows the rest.
		logging.setLogLevel("org.springframework.boot.SpringApplication", LogLevel.OFF);
	}
}
