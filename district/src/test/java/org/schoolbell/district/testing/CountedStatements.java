package org.schoolbell.district.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are sent to the database. Thread-safe. */
public final class CountedStatements {
	private final AtomicLong count = new AtomicLong();

	/** @return how many statements this work prepared */
	public long of(Runnable work) {
		long before = count.get();
		work.run();
		return count.get() - before;
	}

	/** Stands between the beans and the database. */
	public DataSource wrap(DataSource dataSource) {
		return new DelegatingDataSource(dataSource) {
			@Override
			public Connection getConnection() throws SQLException {
				return counted(super.getConnection());
			}
		};
	}

	private Connection counted(Connection connection) {
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
				(_, method, arguments) -> {
					if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
						count.incrementAndGet();
					}
					try {
						return method.invoke(connection, arguments);
					} catch (InvocationTargetException e) {
						throw e.getCause();
					}
				});
	}
}
