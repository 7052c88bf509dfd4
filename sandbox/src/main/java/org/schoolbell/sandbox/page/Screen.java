package org.schoolbell.sandbox.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.schoolbell.sandbox.delivery.Delivery;

/**
 * What one phone shows.
 *
 * @param shows the notifications on its lock screen, newest first
 */
record Screen(String device, String person, List<Delivery> shows) {
	/**
	 * What phones show after these deliveries, as a phone does it: a message takes the place of an earlier one with the same collapse id,
	 * with sound or without, and moves to the top; one without a collapse id stands beside all others.
	 *
	 * @param deliveries in order
	 */
	static List<Screen> after(List<Delivery> deliveries) {
		Map<String, Map<String, Delivery>> byDevice = new LinkedHashMap<>();
		for (Delivery delivery : deliveries) {
			Map<String, Delivery> shown = byDevice.computeIfAbsent(delivery.device(), _ -> new LinkedHashMap<>());
			String place = delivery.collapse() == null ? "alone:" + delivery.seq() : "slot:" + delivery.collapse();
			shown.remove(place);
			shown.put(place, delivery);
		}
		return byDevice.values().stream().map(shown -> of(new ArrayList<>(shown.values()))).toList();
	}

	private static Screen of(List<Delivery> oldestFirst) {
		Delivery newest = oldestFirst.getLast();
		return new Screen(newest.device(), newest.person(), oldestFirst.reversed());
	}
}
