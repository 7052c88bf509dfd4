package org.schoolbell.bench;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** A benchmark's figures: a table for people, and the same as one JSON object in the last line. */
final class Report {
	private final Map<String, Object> figures = new LinkedHashMap<>();

	Report(String bench) {
		figures.put("bench", bench);
	}

	/** @param name with its unit in it */
	Report figure(String name, Object value) {
		figures.put(name, value);
		return this;
	}

	void print() {
		int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
		figures.forEach((name, value) -> System.out.printf("%-" + width + "s  %s%n", name, value));
		System.out.println(JsonMapper.shared().writeValueAsString(figures));
	}
}
