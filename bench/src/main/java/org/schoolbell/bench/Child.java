package org.schoolbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process of the product's own jar, with its output in a file. Closing it kills it. */
final class Child implements AutoCloseable {
	private final Process process;
	private final Path log;

	private Child(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static Child start(Path jar, Path log, List<String> arguments) throws IOException {
		return start(jar, log, List.of(), arguments);
	}

	/** @param options of the virtual machine, such as its heap */
	static Child start(Path jar, Path log, List<String> options, List<String> arguments) throws IOException {
		if (!Files.isRegularFile(jar)) {
			throw new IllegalStateException("No " + jar + ": build it first with mvn verify, or name it with --jar.");
		}
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(options);
		command.addAll(List.of("-jar", jar.toString()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.start();
		return new Child(process, log);
	}

	/** Waits for a condition that the process brings about; fails when the process ends before, or the time is over. */
	void await(String what, Duration atMost, BooleanSupplier condition) {
		long end = System.nanoTime() + atMost.toNanos();
		while (!condition.getAsBoolean()) {
			if (!process.isAlive()) {
				throw new IllegalStateException(
						"The process ended with " + process.exitValue() + " before " + what + "; its output: " + log);
			}
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Waited " + atMost.toSeconds() + " s in vain for " + what + "; its output: " + log);
			}
			Pause.millis(50);
		}
	}

	/**
	 * Waits until the process ends by itself.
	 *
	 * @param meanwhile done again and again while it runs
	 * @return its exit status
	 */
	int awaitEnd(Duration atMost, Runnable meanwhile) {
		long end = System.nanoTime() + atMost.toNanos();
		while (process.isAlive()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("The process did not end within " + atMost.toMinutes() + " minutes; its output: " + log);
			}
			meanwhile.run();
			Pause.millis(50);
		}
		return process.exitValue();
	}

	/** SIGKILL, and waits until the process is gone. What it had started (PostgreSQL) lives on, as after a real crash. */
	void sigkill() {
		process.destroyForcibly();
		waitUntilGone();
	}

	/** SIGTERM, and waits until the process has shut down in order. */
	void stop() {
		process.destroy();
		waitUntilGone();
	}

	/** @return the most memory that the process ever had resident, in MiB; 0 where the system does not tell, or no more */
	long peakRssMib() {
		Path status = Path.of("/proc", Long.toString(process.pid()), "status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		try {
			return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:")).findFirst()
					.map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).orElse(0L);
		} catch (IOException ended) {
			return 0;
		}
	}

	@Override
	public void close() {
		if (process.isAlive()) {
			stop();
		}
	}

	private void waitUntilGone() {
		try {
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
		}
	}
}
