package org.schoolbell.demo;

import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.dispatch.BrokerLink;
import org.schoolbell.district.dispatch.BrokerSettings;
import org.schoolbell.district.dispatch.CheckAnswers;
import org.schoolbell.district.dispatch.check.ConnectionCheck;
import org.schoolbell.district.dispatch.check.ConnectionReport;
import org.schoolbell.district.dispatch.check.Step;
import org.schoolbell.district.page.Texts;

/** One check of the connection by command: only the district's settings are read and nothing is started, so it also works where the district server cannot. */
public final class CheckRun implements AutoCloseable {
	private static final String DATABASE_ANSWERS_WITHIN = "5";

	private final ConfigurableApplicationContext context;

	private CheckRun(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** What of the district a check needs. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration(SslAutoConfiguration.class)
	@EnableConfigurationProperties({BrokerSettings.class, DistrictZone.class})
	static class Parts {
	}

	/**
	 * Reads the settings.
	 *
	 * @param settings {@code --name=value}; they win over every file and the environment
	 */
	public static CheckRun with(List<String> settings) {
		Console.warningsOnly();
		return new CheckRun(new SpringApplicationBuilder(Parts.class)
				.properties("spring.config.name=application,district", "logging.register-shutdown-hook=false", "logging.level.root=warn",
						// What goes wrong the report says, without a stack trace.
						"logging.level.com.rabbitmq.client=off")
				.web(WebApplicationType.NONE).main(Parts.class).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
				.registerShutdownHook(false).run(settings.toArray(String[]::new)));
	}

	/** @return what a report says in this language */
	public Texts texts(String language) {
		return Texts.in(language, context.getBean(DistrictZone.class).zone());
	}

	/** @param progress is told each step as soon as it is done */
	public ConnectionReport run(Consumer<Step> progress) throws InterruptedException {
		BrokerSettings settings = context.getBean(BrokerSettings.class);
		DataSource database = database(context.getEnvironment());
		return new ConnectionCheck(settings, new BrokerLink(settings, context.getBean(SslBundles.class)),
				database == null ? null : new CheckAnswers(database), InstantSource.system()).run(progress);
	}

	/** A district server that runs takes the receipts, and says so through the database. */
	private static @Nullable DataSource database(Environment environment) {
		String url = environment.getProperty("spring.datasource.url");
		if (url == null) {
			return null;
		}
		DriverManagerDataSource database = new DriverManagerDataSource(url);
		Properties properties = new Properties();
		properties.setProperty("connectTimeout", DATABASE_ANSWERS_WITHIN);
		properties.setProperty("loginTimeout", DATABASE_ANSWERS_WITHIN);
		database.setConnectionProperties(properties);
		database.setUsername(environment.getProperty("spring.datasource.username"));
		database.setPassword(environment.getProperty("spring.datasource.password"));
		return database;
	}

	@Override
	public void close() {
		context.close();
	}
}
