package org.schoolbell.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServicesTest {
	private final Services services = new Services();
	private final List<String> stopped = new CopyOnWriteArrayList<>();

	@Test
	void stopTheLastStartedFirst() throws Exception {
		start("database");
		start("broker");
		start("district");
		services.close();
		services.close();
		assertThat(stopped).containsExactly("district", "broker", "database");
	}

	@Test
	void stopAlthoughOneOfThemCannot() throws Exception {
		start("database");
		services.start("broker", () -> () -> {
			throw new IllegalStateException("cannot stop");
		});
		services.close();
		assertThat(stopped).containsExactly("database");
	}

	@Test
	void startNothingMoreOnceTheyStop() throws Exception {
		services.close();
		assertThat(services.stopping()).isTrue();
		assertThatThrownBy(() -> start("district")).isInstanceOf(DemoException.class).hasMessage("Stopped before district was started.");
		services.awaitStop();
	}

	@Test
	void stopAlsoWhatIsStartingWhenTheStopComes() throws Exception {
		CountDownLatch starting = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<AutoCloseable> start = threads.submit(() -> services.start("district", () -> {
				starting.countDown();
				goOn.await();
				return () -> stopped.add("district");
			}));
			starting.await();
			Future<?> stop = threads.submit(services::close);
			while (!services.stopping()) {
				Thread.onSpinWait();
			}
			goOn.countDown();
			stop.get();
			assertThat(start.get()).isNotNull();
			assertThat(stopped).containsExactly("district");
		}
	}

	private void start(String name) throws Exception {
		services.start(name, () -> () -> stopped.add(name));
	}
}
