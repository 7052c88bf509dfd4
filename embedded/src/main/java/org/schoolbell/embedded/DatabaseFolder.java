package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies where: {@code cluster} is PostgreSQL's own data folder, two files keep the passwords, and {@code complete} says that the cluster was made to its
 * end. The binaries are unpacked beside it (or elsewhere, where many folders share them).
 */
record DatabaseFolder(Path root, Path binaries) {
	static final String SUPERUSER = "postgres";
	private static final String APPLICATION = "schoolbell";

	Path data() {
		return root.resolve("cluster");
	}

	Path log() {
		return data().resolve("log");
	}

	private Path complete() {
		return root.resolve("complete");
	}

	Path superuserPassword() {
		return root.resolve("superuser.password");
	}

	private Path applicationPassword() {
		return root.resolve("application.password");
	}

	void create() throws IOException {
		OwnerOnly.createDirectories(root);
		OwnerOnly.createDirectories(binaries);
	}

	/** Makes the passwords where they are missing. */
	void createSecrets() throws IOException {
		OwnerOnly.secret(superuserPassword());
		OwnerOnly.secret(applicationPassword());
	}

	DatabaseAddress superuser(int port) throws IOException {
		return DatabaseAddress.of(port, "postgres", SUPERUSER, OwnerOnly.secret(superuserPassword()));
	}

	DatabaseAddress application(int port) throws IOException {
		return DatabaseAddress.of(port, APPLICATION, APPLICATION, OwnerOnly.secret(applicationPassword()));
	}

	Optional<Postmaster> server() throws IOException {
		return Postmaster.on(data(), binaries.toRealPath());
	}

	/** Ends the server that runs on this folder, if any, and waits for it. Only for the owner of the folder's lock. */
	void stopServer() throws IOException {
		server().ifPresent(Postmaster::stop);
	}

	/** A process that died while it made the cluster leaves one that PostgreSQL may take for good. Nobody has had its address yet, so it is made anew. */
	void discardHalfMade() throws IOException {
		if (Files.exists(data()) && Files.notExists(complete())) {
			deleteTree(data());
		}
	}

	/** Half of it is as good as all: a cluster that is not marked complete is made anew. The binaries stay. */
	void delete() throws IOException {
		Files.deleteIfExists(complete());
		if (Files.exists(data())) {
			deleteTree(data());
		}
		Files.deleteIfExists(superuserPassword());
		Files.deleteIfExists(applicationPassword());
	}

	void markComplete() throws IOException {
		if (Files.notExists(complete())) {
			OwnerOnly.write(complete(), "This cluster was made to its end.\n");
		}
	}

	/** The user and the database of the application. Each step is repeated by the next start if the process dies between them. */
	void createApplicationDatabase(DatabaseAddress superuser) throws IOException, SQLException {
		try (Connection connection = superuser.open(); Statement statement = connection.createStatement()) {
			if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?")) {
				statement.execute(
						"CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + OwnerOnly.secret(applicationPassword()).value() + "'");
			}
			if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?")) {
				statement.execute("CREATE DATABASE " + APPLICATION + " OWNER " + APPLICATION);
			}
		}
	}

	private static boolean exists(Connection connection, String query) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, APPLICATION);
			try (ResultSet found = statement.executeQuery()) {
				return found.next();
			}
		}
	}

	static void deleteTree(Path folder) throws IOException {
		List<Path> paths;
		try (Stream<Path> tree = Files.walk(folder)) {
			paths = tree.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : paths) {
			Files.deleteIfExists(path);
		}
	}
}
