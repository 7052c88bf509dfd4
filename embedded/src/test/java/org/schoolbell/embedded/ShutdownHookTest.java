package org.schoolbell.embedded;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownHookTest {
	@Test
	void neitherServiceStopsByItselfWhenTheProcessEnds(@TempDir Path folder) throws ReflectiveOperationException {
		Set<Thread> before = hooks();
		try (EmbeddedDatabase _ = EmbeddedDatabase.start(folder.resolve("database"));
				EmbeddedBroker _ = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system())) {
			assertThat(hooks()).isEqualTo(before);
		}
	}

	private static Set<Thread> hooks() throws ReflectiveOperationException {
		Field field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
		field.setAccessible(true);
		@SuppressWarnings("unchecked")
		Map<Thread, Thread> hooks = (Map<Thread, Thread>) field.get(null);
		return Set.copyOf(hooks.keySet());
	}
}
