package org.schoolbell.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs in this process. The last one started stops first, and nothing else stops them: the one shutdown hook of the process is here. Thread-safe.
 *
 * <p>
 * A stop that comes while something starts waits for that start, so that nothing is left half-started behind it.
 */
public final class Services implements AutoCloseable {
	private static final Logger log = LoggerFactory.getLogger(Services.class);

	private final ReentrantLock lock = new ReentrantLock();
	private final Deque<Running> running = new ArrayDeque<>();
	private final CountDownLatch stopped = new CountDownLatch(1);
	private volatile boolean stopping;

	private record Running(String name, AutoCloseable service) {}

	/** Services that stop when the process is told to end (Ctrl-C, SIGTERM, or an exit after a failure). */
	public static Services untilTheProcessEnds() {
		Services services = new Services();
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(services::close));
		return services;
	}

	/**
	 * Starts a service and keeps it.
	 *
	 * @throws DemoException if the process is ending already
	 */
	public <T extends AutoCloseable> T start(String name, Callable<T> starter) throws Exception {
		lock.lock();
		try {
			if (stopping) {
				throw new DemoException("Stopped before " + name + " was started.");
			}
			long begin = System.nanoTime();
			T service = starter.call();
			running.push(new Running(name, service));
			log.info("{} started in {} ms", name, (System.nanoTime() - begin) / 1_000_000);
			return service;
		} finally {
			lock.unlock();
		}
	}

	/** The one of this class that was started last. */
	<T> Optional<T> running(Class<T> service) {
		lock.lock();
		try {
			return running.stream().map(Running::service).filter(service::isInstance).map(service::cast).findFirst();
		} finally {
			lock.unlock();
		}
	}

	/** Whether a stop has begun: a failure from then on is only its consequence. */
	public boolean stopping() {
		return stopping;
	}

	/** Waits until everything has been stopped. */
	public void awaitStop() throws InterruptedException {
		stopped.await();
	}

	/** Stops everything, the last started first; one that fails to stop does not keep the others from it. Stopping twice does nothing. */
	@Override
	public void close() {
		stopping = true;
		lock.lock();
		try {
			while (!running.isEmpty()) {
				stop(running.pop());
			}
		} finally {
			lock.unlock();
			stopped.countDown();
		}
	}

	private static void stop(Running one) {
		long begin = System.nanoTime();
		try {
			one.service.close();
			log.info("{} stopped in {} ms", one.name, (System.nanoTime() - begin) / 1_000_000);
		} catch (Exception e) {
			log.warn("{} did not stop in order", one.name, e);
		}
	}
}
