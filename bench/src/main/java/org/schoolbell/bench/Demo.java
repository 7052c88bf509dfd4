package org.schoolbell.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running demo: its process, and what it wrote about itself when it was ready. */
record Demo(Child process, URI district, URI sandbox, DistrictApi api) implements AutoCloseable {
	private static final Duration READY = Duration.ofMinutes(5);

	/**
	 * @param dataDir where the demo keeps everything
	 * @param options beside the data folder and free ports
	 * @return the demo, ready
	 */
	static Demo start(Path jar, Path dataDir, List<String> options) throws IOException {
		Path written = dataDir.resolve("demo-credentials.json");
		Files.deleteIfExists(written);
		Files.createDirectories(dataDir);
		List<String> arguments = new ArrayList<>(List.of("demo", "--data-dir", dataDir.toString(), "--port", "0"));
		arguments.addAll(options);
		Child process = Child.start(jar, dataDir.resolveSibling(dataDir.getFileName() + ".log"), arguments);
		try {
			process.await("it was ready", READY, () -> Files.exists(written));
			JsonNode credentials = JsonMapper.shared().readTree(Files.readString(written));
			URI district = URI.create(credentials.required("district").asString());
			JsonNode client = credentials.required("client");
			DistrictApi api = new DistrictApi(district, client.required("id").asString(), client.required("secret").asString());
			return new Demo(process, district, URI.create(credentials.required("sandbox").asString()), api);
		} catch (RuntimeException | IOException e) {
			process.close();
			throw e;
		}
	}

	@Override
	public void close() {
		process.close();
	}
}
