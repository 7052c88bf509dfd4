package org.schoolbell.district.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.device.StaySettings;
import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.SharedDatabase;

/** A database of the district's own schema and the few beans that a test names, with transactions as in the product. */
public final class TestDistrict implements AutoCloseable {
	/** Tuesday, 24 November 2026, 14:00 in Chicago. */
	public static final Instant START = Instant.parse("2026-11-24T20:00:00Z");

	private final DatabaseAddress address;
	private final HikariDataSource pool;
	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
	private final TestTime time = new TestTime(START);

	private TestDistrict(DatabaseAddress address, DataSourceWrap wrap, List<Class<?>> beans) {
		this.address = address;
		this.pool = pool(address);
		DataSource dataSource = wrap.wrap(pool);
		context.registerBean(DataSource.class, () -> dataSource);
		context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
		context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
		context.registerBean(TestTime.class, () -> time);
		context.registerBean(ZoneId.class, () -> ZoneId.of("America/Chicago"));
		context.registerBean(StaySettings.class, () -> new StaySettings(Duration.ofDays(90), Duration.ofDays(365)));
		context.register(Transactions.class);
		beans.forEach(context::register);
		context.refresh();
	}

	/** Puts something between the beans and the database, such as a counter of statements. */
	@FunctionalInterface
	public interface DataSourceWrap {
		DataSource wrap(DataSource dataSource);
	}

	/** @return a fresh district with these beans in it */
	public static TestDistrict with(Class<?>... beans) {
		return with(dataSource -> dataSource, beans);
	}

	public static TestDistrict with(DataSourceWrap wrap, Class<?>... beans) {
		return new TestDistrict(SharedDatabase.fresh("district", TestDistrict::migrate), wrap, List.of(beans));
	}

	public <T> T get(Class<T> bean) {
		return context.getBean(bean);
	}

	public JdbcClient jdbc() {
		return get(JdbcClient.class);
	}

	public TestTime time() {
		return time;
	}

	public DatabaseAddress address() {
		return address;
	}

	public void inTransaction(Runnable work) {
		new TransactionTemplate(get(PlatformTransactionManager.class)).executeWithoutResult(_ -> work.run());
	}

	public <T> T inTransactionGet(Supplier<T> work) {
		T result = new TransactionTemplate(get(PlatformTransactionManager.class)).execute(_ -> work.get());
		if (result == null) {
			throw new IllegalStateException("The work returned nothing");
		}
		return result;
	}

	@Override
	public void close() {
		context.close();
		pool.close();
		SharedDatabase.drop(address);
	}

	private static void migrate(DatabaseAddress template) {
		Flyway.configure().dataSource(template.jdbcUrl(), template.username(), template.password().value()).load().migrate();
	}

	private static HikariDataSource pool(DatabaseAddress address) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(address.jdbcUrl());
		pool.setUsername(address.username());
		pool.setPassword(address.password().value());
		pool.setMaximumPoolSize(8);
		pool.setMinimumIdle(0);
		return pool;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Transactions {
	}
}
