package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server process, found by the {@code postmaster.pid} that it writes into its data folder. It outlives a JVM that is killed, since pg_ctl detaches
 * it; and the file outlives a server that is killed.
 */
record Postmaster(ProcessHandle process, int port) {
	private static final int PORT_LINE = 3;
	/** The server writes the file line by line while it starts. */
	static final int UNKNOWN_PORT = 0;
	/** A fast machine needs 1.5 s; one that writes a long checkpoint to a slow disk, a minute. */
	private static final long PATIENCE_SECONDS = 90;

	/** The server that runs on the data folder, if the file names a process that lives and is a {@code postgres} from the binaries. */
	static Optional<Postmaster> on(Path data, Path binaries) throws IOException {
		Path file = data.resolve("postmaster.pid");
		if (Files.notExists(file)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file);
		if (lines.isEmpty()) {
			return Optional.empty();
		}
		int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : UNKNOWN_PORT;
		return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(process -> isPostgres(process, binaries))
				.map(process -> new Postmaster(process, port));
	}

	private static boolean isPostgres(ProcessHandle process, Path binaries) {
		return process.info().command().map(Path::of)
				.filter(command -> command.startsWith(binaries) && command.getFileName().toString().startsWith("postgres")).isPresent();
	}

	/** Ends it in order and waits. One that does not end is ended by force, which costs the next start a recovery and nobody a committed row. */
	void stop() {
		process.destroy();
		if (!awaitEnd()) {
			process.destroyForcibly();
			awaitEnd();
		}
	}

	/** Whether it ended in time. */
	boolean awaitEnd() {
		try {
			process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			return true;
		} catch (TimeoutException stillThere) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}
}
