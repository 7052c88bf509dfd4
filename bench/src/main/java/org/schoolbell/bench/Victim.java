package org.schoolbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A demo that is killed and started again, on other ports each time. Thread-safe. */
final class Victim implements AutoCloseable {
	private final Path jar;
	private final Path dataDir;
	private final List<String> options;
	private volatile Demo demo;

	Victim(Path jar, Path dataDir, List<String> options) throws IOException {
		this.jar = jar;
		this.dataDir = dataDir;
		this.options = options;
		this.demo = Demo.start(jar, dataDir, options);
	}

	/** @return the API as long as this life lasts; a call fails when it is killed meanwhile */
	DistrictApi api() {
		return demo.api();
	}

	void killAndStartAgain() throws IOException {
		demo.process().sigkill();
		demo = Demo.start(jar, dataDir, options);
	}

	@Override
	public void close() {
		demo.close();
	}
}
