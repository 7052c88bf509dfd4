package org.schoolbell.district.testing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Sits between beans and the real database: counts statements, COPY included, and lets a chosen one fail before it reaches the server. Thread-safe. */
public final class StatementTap implements TestDistrict.DataSourceWrap {
	private final AtomicInteger count = new AtomicInteger();
	private volatile IntPredicate fails = _ -> false;

	/** Counts from zero. */
	public void reset() {
		count.set(0);
		fails = _ -> false;
	}

	/** Lets the statement with this number fail, 1 being the next. */
	public void failAt(int number) {
		count.set(0);
		fails = current -> current == number;
	}

	public int count() {
		return count.get();
	}

	@Override
	public DataSource wrap(DataSource dataSource) {
		return proxy(DataSource.class, (_, method, arguments) -> {
			Object result = call(dataSource, method, arguments);
			return result instanceof Connection connection ? tapped(connection) : result;
		});
	}

	private Connection tapped(Connection connection) {
		return proxy(Connection.class, (_, method, arguments) -> {
			if (method.getName().equals("unwrap") && arguments[0] == PGConnection.class) {
				return tapped(connection.unwrap(PGConnection.class), connection.unwrap(BaseConnection.class));
			}
			Object result = call(connection, method, arguments);
			return switch (result) {
				case PreparedStatement prepared -> tapped(PreparedStatement.class, prepared);
				case Statement statement -> tapped(Statement.class, statement);
				case null -> result;
				default -> result;
			};
		});
	}

	private <S extends Statement> S tapped(Class<S> type, S statement) {
		return proxy(type, (_, method, arguments) -> {
			if (method.getName().startsWith("execute")) {
				meet();
			}
			return call(statement, method, arguments);
		});
	}

	private PGConnection tapped(PGConnection connection, BaseConnection base) {
		return proxy(PGConnection.class, (_, method, arguments) -> method.getName().equals("getCopyAPI")
				? new TappedCopy(base)
				: call(connection, method, arguments));
	}

	private void meet() throws SQLException {
		if (fails.test(count.incrementAndGet())) {
			throw new SQLException("this statement was chosen to fail", "08006");
		}
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause() == null ? e : e.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(StatementTap.class.getClassLoader(), new Class<?>[]{type}, handler));
	}

	private final class TappedCopy extends CopyManager {
		TappedCopy(BaseConnection connection) throws SQLException {
			super(connection);
		}

		@Override
		public long copyIn(String sql, InputStream from) throws SQLException, IOException {
			meet();
			return super.copyIn(sql, from);
		}
	}
}
