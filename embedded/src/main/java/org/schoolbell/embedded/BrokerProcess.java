package org.schoolbell.embedded;

import java.lang.reflect.Field;
import java.util.Map;

import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Container;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/** Broker-J from start to stop, without the shutdown hook that it registers for itself: that one would close connections before their owners do. */
final class BrokerProcess {
	private final SystemLauncher launcher = new SystemLauncher(new DefaultSystemLauncherListener() {
		@Override
		public void onContainerResolve(SystemConfig<?> resolved) {
			system = resolved;
		}
	});
	private volatile @Nullable SystemConfig<?> system;

	/**
	 * Its configuration and system properties are named as files: {@code classpath:} addresses, its usual way, are unknown to Java in an executable jar.
	 */
	void start(BrokerFolder folder) throws Exception {
		if (System.getProperty("derby.stream.error.file") == null) {
			System.setProperty("derby.stream.error.file", folder.derbyLog().toString());
		}
		launcher.startup(Map.of("type", "Memory", "initialConfigurationLocation", folder.configuration().toString(),
				"initialSystemPropertiesLocation", folder.systemProperties().toString(), "startupLoggedToSystemOut", false, "context",
				Map.of("qpid.work_dir", folder.store().toString(), "queue.behaviourOnUnknownDeclareArgument", "LOG")));
		removeShutdownHook();
	}

	private void removeShutdownHook() throws ReflectiveOperationException {
		SystemConfig<?> started = system;
		if (started == null) {
			throw new IllegalStateException("Broker-J did not say what it started");
		}
		Container<?> broker = started.getContainer();
		for (Class<?> type = broker.getClass(); type != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (field.getName().equals("_shutdownHook")) {
					field.setAccessible(true);
					Runtime.getRuntime().removeShutdownHook((Thread) field.get(broker));
					return;
				}
			}
		}
		throw new NoSuchFieldException("This version of Broker-J keeps its shutdown hook elsewhere");
	}

	void stop() {
		launcher.shutdown();
	}
}
