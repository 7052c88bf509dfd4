package org.schoolbell.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.EmbeddedDatabase;
import org.schoolbell.embedded.FolderInUseException;

/** The database that a command without a server works on: the one that the settings name, else that of a demo's folder. */
final class DistrictDatabase {
	private final Path dataDir;
	private final Services services;

	DistrictDatabase(Path dataDir, Services services) {
		this.dataDir = dataDir;
		this.services = services;
	}

	/** @throws DemoException if the settings name no database and the folder has none */
	void provide(ConfigurableEnvironment environment) {
		if (!environment.containsProperty("spring.datasource.url")) {
			DatabaseAddress address = embedded();
			environment.getPropertySources()
					.addFirst(new MapPropertySource("embedded database", Map.of("spring.datasource.url", address.jdbcUrl(),
							"spring.datasource.username", address.username(), "spring.datasource.password", address.password().value())));
		}
	}

	/** The one of the folder, also while a demo runs it. */
	private DatabaseAddress embedded() {
		Path folder = dataDir.toAbsolutePath().normalize().resolve("database");
		if (Files.notExists(folder)) {
			throw new DemoException(
					"There is no database to work on: name one in application.yaml (spring.datasource.url), or a demo's folder with"
							+ " --data-dir DIR, unlike " + dataDir + ".");
		}
		try {
			return services.start("PostgreSQL", () -> EmbeddedDatabase.start(folder)).address();
		} catch (FolderInUseException running) {
			return EmbeddedDatabase.running(folder).orElseThrow(
					() -> new DemoException("The database in " + folder + " is starting or stopping: try again in a moment.", running));
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new DemoException("The database in " + folder + " could not be started.", e);
		}
	}
}
