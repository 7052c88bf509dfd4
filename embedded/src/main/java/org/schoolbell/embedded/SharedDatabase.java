package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * For tests: one PostgreSQL for the whole JVM, started at first use, and as many fresh databases in it as tests ask for. It is the real server without the
 * waiting for the disk (a crash may cost its rows), and it ends with the JVM. Thread-safe.
 */
public final class SharedDatabase {
	private static final AtomicInteger COUNT = new AtomicInteger();
	private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

	private SharedDatabase() {
	}

	/** Fills a template database once, for example with a schema. */
	@FunctionalInterface
	public interface Preparation {
		/** All connections that this opens must be closed when it returns. */
		void prepare(DatabaseAddress template) throws Exception;
	}

	/** A new empty database; its user is a superuser. */
	public static DatabaseAddress empty() {
		return copyOf("template1");
	}

	/**
	 * A new database that is a copy of a template, which is prepared by the first caller of this name and copied for every one (about 50 ms).
	 *
	 * @param template names what the preparation makes; the same name must mean the same preparation
	 */
	public static DatabaseAddress fresh(String template, Preparation preparation) {
		return copyOf(TEMPLATES.computeIfAbsent(template, _ -> prepared(preparation)));
	}

	/** Removes a database that a test is done with, and whoever is still connected to it. Without it, the database ends with the JVM. */
	public static void drop(DatabaseAddress database) {
		execute("DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)");
	}

	private static String prepared(Preparation preparation) {
		DatabaseAddress template = copyOf("template1");
		try {
			preparation.prepare(template);
		} catch (Exception e) {
			throw new IllegalStateException("The template database could not be prepared.", e);
		}
		return name(template);
	}

	private static DatabaseAddress copyOf(String template) {
		String name = "test_" + COUNT.incrementAndGet();
		execute("CREATE DATABASE " + name + " TEMPLATE " + template);
		DatabaseAddress superuser = Server.DATABASE.superuser();
		return new DatabaseAddress(superuser.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), superuser.username(), superuser.password());
	}

	private static String name(DatabaseAddress database) {
		return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
	}

	private static void execute(String statement) {
		try (Connection connection = Server.DATABASE.superuser().open(); Statement executed = connection.createStatement()) {
			executed.execute(statement);
		} catch (SQLException e) {
			throw new IllegalStateException(statement, e);
		}
	}

	/** Started when the class is first used. */
	private static final class Server {
		static final EmbeddedDatabase DATABASE = start();

		private static EmbeddedDatabase start() {
			try {
				Path home = Path.of(System.getProperty("java.io.tmpdir"), "schoolbell-test-" + System.getProperty("user.name"));
				Path binaries = home.resolve("binaries");
				OwnerOnly.createDirectories(binaries);
				sweep(home, binaries);
				DatabaseFolder folder = new DatabaseFolder(home.resolve("run-" + UUID.randomUUID()), binaries);
				EmbeddedDatabase database = EmbeddedDatabase.start(folder, ServerSettings.fleeting());
				Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(database, folder)));
				return database;
			} catch (IOException e) {
				throw new IllegalStateException("The test database's folder could not be made.", e);
			}
		}

		private static void end(EmbeddedDatabase database, DatabaseFolder folder) {
			database.close();
			try {
				DatabaseFolder.deleteTree(folder.root());
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		}

		/** Ends and removes what test JVMs that were killed have left behind. */
		private static void sweep(Path home, Path binaries) throws IOException {
			try (Stream<Path> runs = Files.list(home)) {
				for (Path run : runs.filter(path -> path.getFileName().toString().startsWith("run-")).toList()) {
					sweep(new DatabaseFolder(run, binaries));
				}
			}
		}

		private static void sweep(DatabaseFolder run) throws IOException {
			try (FolderLock _ = FolderLock.take(run.root())) {
				run.stopServer();
			} catch (FolderInUseException alive) {
				return;
			}
			DatabaseFolder.deleteTree(run.root());
		}
	}
}
