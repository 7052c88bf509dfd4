package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start of PostgreSQL on a folder that this process owns, whatever state an earlier process left it in. */
record Launch(DatabaseFolder folder, ServerSettings settings) {
	private static final Logger log = LoggerFactory.getLogger(Launch.class);
	/** Long enough for a recovery of the whole write-ahead log on a slow disk. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	EmbeddedPostgres run() throws IOException {
		folder.createSecrets();
		folder.discardHalfMade();
		if (folder.server().isPresent()) {
			log.info("An earlier process was killed and left its PostgreSQL behind; ending that first");
			folder.stopServer();
		}
		try {
			return attempt();
		} catch (IOException | IllegalStateException first) {
			// Right after a killed server its children may still hold the shared memory, and the port that was free may be taken.
			log.info("PostgreSQL did not start at once ({}); trying again", first.getMessage());
			folder.stopServer();
			folder.discardHalfMade();
			return attempt();
		}
	}

	private EmbeddedPostgres attempt() throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder.data()).setCleanDataDirectory(false)
				.setOverrideWorkingDirectory(folder.binaries().toFile()).setRegisterShutdownHook(false).setPGStartupWait(PATIENCE);
		settings.values().forEach(builder::setServerConfig);
		builder.setConnectConfig("password", OwnerOnly.secret(folder.superuserPassword()).value());
		requirePasswords(builder);
		sortAlikeEverywhere(builder);
		if (Files.notExists(folder.data())) {
			OwnerOnly.createDirectories(folder.data());
		}
		EmbeddedPostgres postgres = builder.start();
		// The launcher opens the folder that it unpacks into for everybody to write.
		OwnerOnly.restrict(folder.binaries());
		return postgres;
	}

	/** The launcher hands these to initdb as {@code --name=value} after its own {@code -A trust}, and the last one wins: no moment without a password. */
	private void requirePasswords(EmbeddedPostgres.Builder builder) {
		builder.setLocaleConfig("auth-host", "scram-sha-256");
		builder.setLocaleConfig("auth-local", "scram-sha-256");
		builder.setLocaleConfig("pwfile", folder.superuserPassword().toAbsolutePath().toString());
	}

	/** PostgreSQL's own Unicode locale instead of the operating system's, which differs between machines and releases. */
	private static void sortAlikeEverywhere(EmbeddedPostgres.Builder builder) {
		builder.setLocaleConfig("locale-provider", "builtin");
		builder.setLocaleConfig("builtin-locale", "C.UTF-8");
		builder.setLocaleConfig("locale", "C");
	}
}
