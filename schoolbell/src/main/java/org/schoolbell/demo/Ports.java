package org.schoolbell.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which port each part of the demo listens on, all on the loopback interface. 0 takes a free one. */
record Ports(Map<Part, Integer> numbers) {
	enum Part {
		DISTRICT("the district", DemoOptions.USUAL_PORT), MANAGEMENT("the district's management", 8081), SANDBOX(
				"the sandbox and its phone page",
				8090), RELAY_MANAGEMENT("the relay's management",
						8091), APNS("the APNs stand-in", 7443), WEB_PUSH("the Web Push service", 7445), BROKER("the broker", 5671);

		private final String title;
		private final int usual;

		Part(String title, int usual) {
			this.title = title;
			this.usual = usual;
		}
	}

	/** The usual ports with the district on this one; 0 means free ports for every part. */
	static Ports withDistrictOn(int district) {
		Map<Part, Integer> numbers = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			numbers.put(part, district == 0 ? 0 : part == Part.DISTRICT ? district : part.usual);
		}
		return new Ports(numbers);
	}

	int of(Part part) {
		return numbers.getOrDefault(part, part.usual);
	}

	/**
	 * Looks before anything is started, so that a taken port costs a second and not a half-started demo. One that is taken in the meantime fails later.
	 *
	 * @param without parts that will not be started
	 * @throws DemoException that names the port and what to do
	 */
	void requireFree(Set<Part> without) {
		Set<Integer> seen = new HashSet<>();
		for (Part part : Part.values()) {
			int port = of(part);
			if (port == 0 || without.contains(part)) {
				continue;
			}
			if (!seen.add(port)) {
				throw new DemoException(
						"Port " + port + " is " + part.title + "'s as well: choose another with --port N, or --port 0 for free ports.");
			}
			requireFree(part, port);
		}
	}

	private static void requireFree(Part part, int port) {
		try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return;
		} catch (IOException taken) {
			throw new DemoException("Port " + port + " for " + part.title + " is taken: stop what listens there, or start with "
					+ (part == Part.DISTRICT ? "--port N on another port, or " : "") + "--port 0 on free ports for everything.", taken);
		}
	}
}
