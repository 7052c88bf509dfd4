package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 in a process of its own, durable, with its data in a folder. It listens on a free port of the loopback interface and asks everyone for a
 * password (SCRAM); the passwords are made on first start and kept in the folder, readable by its owner alone.
 *
 * <p>After {@code kill -9} of this JVM the server lives on; the next start on the folder ends it in order and begins anew. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final FolderLock lock;
	private final EmbeddedPostgres postgres;
	private final DatabaseFolder folder;
	private final DatabaseAddress address;
	private final DatabaseAddress superuser;
	private final DurabilitySettings durability;

	private EmbeddedDatabase(FolderLock lock, DatabaseFolder folder, EmbeddedPostgres postgres) throws IOException, SQLException {
		this.lock = lock;
		this.folder = folder;
		this.postgres = postgres;
		this.superuser = folder.superuser(postgres.getPort());
		this.address = folder.application(postgres.getPort());
		folder.createApplicationDatabase(superuser);
		folder.markComplete();
		this.durability = DurabilitySettings.read(superuser);
	}

	/**
	 * Starts the server on the folder, which it makes on first use (about 2.5 s; later starts 0.5 s).
	 *
	 * @throws FolderInUseException where another process has it
	 * @throws EmbeddedServiceException where the server does not come up, or is not durable
	 */
	public static EmbeddedDatabase start(Path folder) {
		EmbeddedDatabase database = start(new DatabaseFolder(folder, folder.resolve("binaries")), ServerSettings.durable());
		if (!database.durability.durable()) {
			database.close();
			throw new EmbeddedServiceException("PostgreSQL refused to be durable (" + database.durability + "), so it was stopped again.",
					null);
		}
		return database;
	}

	static EmbeddedDatabase start(DatabaseFolder folder, ServerSettings settings) {
		try {
			folder.create();
			FolderLock lock = FolderLock.take(folder.root());
			try {
				EmbeddedDatabase database = new EmbeddedDatabase(lock, folder, new Launch(folder, settings).run());
				log.info("PostgreSQL {} listens on {}:{}, {}, data in {}", database.durability.version(), DatabaseAddress.HOST,
						database.postgres.getPort(),
						database.durability, folder.root());
				return database;
			} catch (IOException | SQLException | RuntimeException e) {
				folder.stopServer();
				lock.close();
				throw e;
			}
		} catch (IOException | SQLException e) {
			throw new EmbeddedServiceException("PostgreSQL did not start in " + folder.root() + "; see its log in " + folder.log() + ".",
					e);
		}
	}

	/** The address of the database on this folder while another process runs it: for a command beside a running demo. */
	public static Optional<DatabaseAddress> running(Path folder) {
		DatabaseFolder known = new DatabaseFolder(folder, folder.resolve("binaries"));
		try {
			if (Files.notExists(known.data())) {
				return Optional.empty();
			}
			Optional<Postmaster> server = known.server().filter(postmaster -> postmaster.port() != Postmaster.UNKNOWN_PORT);
			return server.isPresent() ? Optional.of(known.application(server.get().port())) : Optional.empty();
		} catch (IOException e) {
			throw new EmbeddedServiceException("The database's folder " + folder + " cannot be read.", e);
		}
	}

	/**
	 * Removes the database on the folder for good, and ends a server that a killed process has left on it. The next start makes a new one.
	 *
	 * @throws FolderInUseException where a process has it
	 */
	public static void delete(Path folder) {
		DatabaseFolder known = new DatabaseFolder(folder, folder.resolve("binaries"));
		try {
			known.create();
			try (FolderLock _ = FolderLock.take(folder)) {
				known.stopServer();
				known.delete();
			}
		} catch (IOException e) {
			throw new EmbeddedServiceException("The database in " + folder + " could not be removed.", e);
		}
	}

	/** The application's database and user, who owns it and nothing else. */
	public DatabaseAddress address() {
		return address;
	}

	/** For what only a superuser may do, such as making databases. */
	DatabaseAddress superuser() {
		return superuser;
	}

	/** What the server itself answered at start. */
	public DurabilitySettings durability() {
		return durability;
	}

	/** Stops the server in order and waits until its process has ended. Open connections are cut. Closing twice does nothing. */
	@Override
	public void close() {
		try {
			postgres.close();
			folder.stopServer();
		} catch (IOException e) {
			throw new EmbeddedServiceException("PostgreSQL in " + folder.root() + " did not stop in order.", e);
		} finally {
			lock.close();
		}
	}
}
