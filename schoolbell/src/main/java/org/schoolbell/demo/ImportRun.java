package org.schoolbell.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.oneroster.ImportListener;
import org.schoolbell.district.oneroster.ImportOptions;
import org.schoolbell.district.oneroster.ImportReport;
import org.schoolbell.district.oneroster.OneRosterImport;
import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.EmbeddedDatabase;
import org.schoolbell.embedded.FolderInUseException;

/** One import by command: only the database, the district's settings and the importer are started, no server. */
public final class ImportRun {
	private final Path dataDir;
	private final Services services;

	/** @param dataDir a demo's folder, for when the settings name no database */
	public ImportRun(Path dataDir, Services services) {
		this.dataDir = dataDir;
		this.services = services;
	}

	/** What of the district an import needs. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
	@EnableConfigurationProperties(DistrictZone.class)
	static class Parts {
		@Bean
		OneRosterImport oneRosterImport(DataSource dataSource, DistrictZone zone) {
			return new OneRosterImport(dataSource, zone, InstantSource.system());
		}
	}

	/**
	 * Imports the file.
	 *
	 * @throws DemoException if the settings name no database and the folder has none
	 */
	public ImportReport run(Path file, ImportListener listener) throws Exception {
		Console.warningsOnly();
		ConfigurableApplicationContext context = services.start("importer", () -> new SpringApplicationBuilder(Parts.class)
				.properties("spring.config.name=application,district", "logging.register-shutdown-hook=false").web(WebApplicationType.NONE)
				.main(Parts.class).bannerMode(Banner.Mode.OFF).logStartupInfo(false).registerShutdownHook(false)
				.initializers(starting -> provideDatabase(starting.getEnvironment())).run());
		return context.getBean(OneRosterImport.class).run(file, ImportOptions.DEFAULT, listener);
	}

	private void provideDatabase(ConfigurableEnvironment environment) {
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
					"There is no database to import into: name one in application.yaml (spring.datasource.url), or a demo's folder with"
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
