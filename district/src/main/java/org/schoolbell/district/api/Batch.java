package org.schoolbell.district.api;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.Refusal;

/**
 * The items of a body: a JSON array of them, or one object, which counts as an array of one. What is wrong with one item is answered in its place; the
 * others go on.
 *
 * @param items those that could be understood, by their place in the body
 * @param invalid the answers to those that could not, by their place in the body
 */
record Batch<T>(SequencedMap<Integer, T> items, SequencedMap<Integer, Result> invalid) {
	/** Items of one call. */
	static final int MOST = 10_000;

	/** Understands one item. */
	@FunctionalInterface
	interface Reading<T> {
		/**
		 * @param pointer where in the body the item stands (RFC 6901)
		 * @throws InvalidItem if it is not as it must be
		 */
		T read(JsonNode item, String pointer) throws InvalidItem;
	}

	/** Words what became of one item. */
	@FunctionalInterface
	interface Wording<O> {
		Result result(int index, O outcome);
	}

	/** @throws Refusal 400 if the body has no items, or too many */
	static <T> Batch<T> of(JsonNode body, Reading<T> reading) {
		if (!body.isArray() && !body.isObject()) {
			throw new Refusal(HttpStatus.BAD_REQUEST, "The body must be an array of items, or one item as an object. Nothing was changed.");
		}
		List<JsonNode> nodes = body.isArray() ? List.copyOf(body.values()) : List.of(body);
		if (nodes.size() > MOST) {
			throw new Refusal(HttpStatus.BAD_REQUEST,
					"The body has " + nodes.size() + " items; send at most " + MOST + " a call. Nothing was changed.");
		}
		Batch<T> batch = new Batch<>(new TreeMap<>(), new TreeMap<>());
		for (int i = 0; i < nodes.size(); i++) {
			try {
				batch.items.put(i, reading.read(nodes.get(i), "/" + i));
			} catch (InvalidItem invalid) {
				batch.invalid.put(i, Result.invalid(i, invalid.pointer(), invalid.reason()));
			}
		}
		return batch;
	}

	/** @param outcomes one for each of the items that could be understood, in their order */
	<O> Results answer(List<O> outcomes, Wording<O> wording) {
		SequencedMap<Integer, Result> results = new TreeMap<>(invalid);
		int next = 0;
		for (int index : items.keySet()) {
			results.put(index, wording.result(index, outcomes.get(next++)));
		}
		return new Results(List.copyOf(results.values()));
	}
}
