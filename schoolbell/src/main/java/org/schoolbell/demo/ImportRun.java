package org.schoolbell.demo;

import java.nio.file.Path;
import java.time.InstantSource;

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

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.oneroster.ImportListener;
import org.schoolbell.district.oneroster.ImportOptions;
import org.schoolbell.district.oneroster.ImportReport;
import org.schoolbell.district.oneroster.OneRosterImport;

/** One import by command: only the database, the district's settings and the importer are started, no server. */
public final class ImportRun {
	private final DistrictDatabase database;
	private final Services services;

	/** @param dataDir a demo's folder, for when the settings name no database */
	public ImportRun(Path dataDir, Services services) {
		this.database = new DistrictDatabase(dataDir, services);
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
				.initializers(starting -> database.provide(starting.getEnvironment())).run());
		return context.getBean(OneRosterImport.class).run(file, ImportOptions.DEFAULT, listener);
	}
}
