package org.schoolbell.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated phones have received so far, read from the stand-in's deliveries. Not thread-safe. */
final class Phones {
	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	private final URI sandbox;
	private final List<Delivery> deliveries = new ArrayList<>();
	private final Map<String, Screen> screens = new HashMap<>();
	private final Map<String, Integer> shownTo = new HashMap<>();
	private long next;
	private long shown;
	private long realerted;

	Phones(URI sandbox) {
		this.sandbox = sandbox;
	}

	/** Reads what has come since the last call. */
	void look() {
		while (true) {
			JsonNode page = page();
			JsonNode list = page.required("deliveries");
			list.forEach(json -> add(Delivery.of(json)));
			next = page.required("next").asLong();
			if (list.isEmpty()) {
				return;
			}
		}
	}

	/** @return how many notices the phones show, a notice on two phones counted twice */
	long shown() {
		return shown;
	}

	/** @return how many notices this person's phones show */
	int shownTo(String person) {
		return shownTo.getOrDefault(person, 0);
	}

	/** @return how often a notice lies twice on a screen, since it came with another collapse key */
	long stacked() {
		return screens.values().stream().mapToLong(screen -> Math.max(0, screen.slots.size() - screen.notices.size())).sum();
	}

	/** @return how often a phone sounded again for what it showed already */
	long realerted() {
		return realerted;
	}

	List<Delivery> deliveries() {
		return deliveries;
	}

	Set<String> people() {
		return shownTo.keySet();
	}

	private void add(Delivery delivery) {
		deliveries.add(delivery);
		Screen screen = screens.computeIfAbsent(delivery.device(), _ -> new Screen());
		if (screen.notices.add(delivery.notice())) {
			shown++;
			shownTo.merge(delivery.person(), 1, Integer::sum);
		}
		if (!screen.slots.add(delivery.collapse()) && delivery.alerting()) {
			realerted++;
		}
	}

	private JsonNode page() {
		try {
			HttpRequest request = HttpRequest.newBuilder(sandbox.resolve("/deliveries?since=" + next)).timeout(Duration.ofSeconds(60))
					.build();
			HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException("GET /deliveries answered " + response.statusCode());
			}
			return JsonMapper.shared().readTree(response.body());
		} catch (IOException e) {
			throw new IllegalStateException("The stand-in does not answer", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", e);
		}
	}

	/** One phone: what it shows, and the slots in which it shows it. */
	private static final class Screen {
		private final Set<UUID> notices = new HashSet<>();
		private final Set<String> slots = new HashSet<>();
	}
}
