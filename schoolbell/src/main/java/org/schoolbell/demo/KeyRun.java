package org.schoolbell.demo;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.account.AccountSettings;
import org.schoolbell.district.account.Accounts;
import org.schoolbell.district.account.ActivationKeys;
import org.schoolbell.district.account.Holder;
import org.schoolbell.district.account.Username;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.right.Role;

/** An activation key by command: only the database and the district's accounts are started, no server. Whoever can do this has the database anyway. */
public final class KeyRun {
	private final DistrictDatabase database;
	private final Services services;

	/** @param dataDir a demo's folder, for when the settings name no database */
	public KeyRun(Path dataDir, Services services) {
		this.database = new DistrictDatabase(dataDir, services);
		this.services = services;
	}

	/** What of the district a key needs. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class})
	@EnableConfigurationProperties(AccountSettings.class)
	@Import({Accounts.class, ActivationKeys.class, Devices.class, Trail.class})
	static class Parts {
		@Bean
		InstantSource time() {
			return InstantSource.system();
		}
	}

	/** @return a key for a new administrator of this name */
	public ActivationKeys.Issued forNewAdministrator(String name) throws Exception {
		ConfigurableApplicationContext district = start();
		TransactionTemplate transaction = new TransactionTemplate(district.getBean(PlatformTransactionManager.class));
		// Together: a process that dies in between leaves no account that nobody has a key for.
		return transaction.execute(_ -> issue(district, district.getBean(Accounts.class).open(Origin.SERVER, new Holder.Unlisted(name),
				Set.of(Role.ADMINISTRATOR), Optional.empty())));
	}

	/**
	 * Makes a key for somebody who has forgotten the password. The old one stays good until the key is used.
	 *
	 * @throws DemoException if nobody has this username
	 */
	public ActivationKeys.Issued forUsername(Username username) throws Exception {
		ConfigurableApplicationContext district = start();
		return issue(district, district.getBean(Accounts.class).withUsername(username)
				.orElseThrow(() -> new DemoException("Nobody has this username; --name NAME makes an account for a new administrator.")));
	}

	private static ActivationKeys.Issued issue(ConfigurableApplicationContext district, AccountId account) {
		return district.getBean(ActivationKeys.class).issue(Origin.SERVER, account);
	}

	private ConfigurableApplicationContext start() throws Exception {
		Console.warningsOnly();
		return services.start("accounts", () -> new SpringApplicationBuilder(Parts.class)
				.properties("spring.config.name=application,district", "logging.register-shutdown-hook=false").web(WebApplicationType.NONE)
				.main(Parts.class).bannerMode(Banner.Mode.OFF).logStartupInfo(false).registerShutdownHook(false)
				.initializers(starting -> database.provide(starting.getEnvironment())).run());
	}
}
