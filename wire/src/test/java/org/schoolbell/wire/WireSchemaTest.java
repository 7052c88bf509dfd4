package org.schoolbell.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds records and JSON Schemas against each other: what one takes or refuses, the other does too. */
class WireSchemaTest {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final Schema PUSH_BATCH = schema("push-batch.v1.schema.json");
	private static final Schema RECEIPTS = schema("receipts.v1.schema.json");
	/** Values that some field somewhere takes and the others must refuse. */
	private static final List<String> REPLACEMENTS = List.of("null", "\"\"", "\"x\"", "\" \"", "0", "-1", "3.5", "3000000000", "true", "[]",
			"{}", "[null]", "\"PT0S\"", "\"P\"", "\"PT\"", "\"-PT1M\"", "\"pt1m\"", "\"P1M\"", "\"PT10M\"", "\"2026-02-30T10:00:00Z\"",
			"\"2026-11-24T10:00:00+01:00\"", "\"2026-11-24T10:00:00Z\"", "\"A1A1A1A1-0000-4000-8000-000000000000\"", "\"1-1-1-1-1\"",
			"\"HIGH\"", "\"high\"", "\"APNS\"", "\"FCM\"", "\"WEB_PUSH\"", "\"SANDBOX\"", "\"ACCEPTED\"", "\"DEVICE_GONE\"", "\"REJECTED\"",
			"\"DEFERRED\"", "\"STALE\"", "\"CHECKED\"", "\"http://push.example.org/x\"", "\"https://user@push.example.org/x\"",
			"\"https://127.0.0.1/x\"", "\"/n/1\"", "\"abcde\"", "\"AAAA=\"", "{\"title\":\"t\",\"body\":\"b\"}",
			"{\"title\":\"\",\"body\":\"b\"}");

	private final WireCodec codec = new WireCodec();

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
	void whateverIsEncodedIsValidAndComesBackEqual(long seed) throws MalformedMessageException {
		Samples samples = new Samples(seed);
		PushBatch batch = samples.batch((int) seed * 5);
		Receipts receipts = samples.receipts((int) seed * 5, (int) seed);

		byte[] batchBytes = codec.encode(batch);
		byte[] receiptBytes = codec.encode(receipts);

		assertThat(faults(PUSH_BATCH, JSON.readTree(batchBytes))).isEmpty();
		assertThat(faults(RECEIPTS, JSON.readTree(receiptBytes))).isEmpty();
		assertThat(codec.decodePushBatch(batchBytes)).isEqualTo(batch);
		assertThat(codec.decodeReceipts(receiptBytes)).isEqualTo(receipts);
	}

	@Test
	void schemaAndRecordsRefuseTheSamePushBatches() {
		Samples samples = new Samples(42);
		Tally tally = new Tally(PUSH_BATCH, codec::decodePushBatch);
		for (int i = 0; i < 12; i++) {
			tally.countChangesOf(JSON.readTree(codec.encode(samples.batch(1))));
		}
		assertThat(tally.disagreements).isEmpty();
		assertThat(tally.refused).isGreaterThan(3000);
		assertThat(tally.taken).isGreaterThan(300);
	}

	@Test
	void schemaAndRecordsRefuseTheSameReceipts() {
		Samples samples = new Samples(43);
		Tally tally = new Tally(RECEIPTS, codec::decodeReceipts);
		for (int i = 0; i < 20; i++) {
			tally.countChangesOf(JSON.readTree(codec.encode(samples.receipts(1, 1))));
		}
		assertThat(tally.disagreements).isEmpty();
		assertThat(tally.refused).isGreaterThan(3000);
		assertThat(tally.taken).isGreaterThan(300);
	}

	private interface Decoder {
		Object decode(byte[] body) throws MalformedMessageException;
	}

	private static final class Tally {
		final List<String> disagreements = new ArrayList<>();
		final Schema schema;
		final Decoder decoder;
		int taken;
		int refused;

		Tally(Schema schema, Decoder decoder) {
			this.schema = schema;
			this.decoder = decoder;
		}

		/** Each value of a valid message in turn is left out and replaced by each of the replacements. */
		void countChangesOf(JsonNode valid) {
			for (JsonPointer pointer : pointers(valid, JsonPointer.empty())) {
				count(pointer + " left out", removed(valid, pointer));
				for (String replacement : REPLACEMENTS) {
					count(pointer + " = " + replacement, replaced(valid, pointer, JSON.readTree(replacement)));
				}
			}
		}

		private void count(String change, JsonNode message) {
			boolean valid = faults(schema, message).isEmpty();
			try {
				decoder.decode(JSON.writeValueAsBytes(message));
				taken++;
				if (!valid) {
					disagreements.add("only the records take " + change);
				}
			} catch (MalformedMessageException e) {
				refused++;
				assertThat(e.fault()).matches("[ -~]{1,200}");
				if (valid) {
					disagreements.add("only the schema takes " + change + ": " + e.getMessage());
				}
			}
		}
	}

	private static List<JsonPointer> pointers(JsonNode node, JsonPointer at) {
		List<JsonPointer> found = new ArrayList<>();
		if (node instanceof ObjectNode object) {
			object.properties().forEach(entry -> {
				JsonPointer child = at.appendProperty(entry.getKey());
				found.add(child);
				found.addAll(pointers(entry.getValue(), child));
			});
		} else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				JsonPointer child = at.appendIndex(i);
				found.add(child);
				found.addAll(pointers(array.get(i), child));
			}
		}
		return found;
	}

	private static JsonNode removed(JsonNode valid, JsonPointer pointer) {
		JsonNode copy = valid.deepCopy();
		switch (copy.at(pointer.head())) {
			case ObjectNode object -> object.remove(pointer.last().getMatchingProperty());
			case ArrayNode array -> array.remove(pointer.last().getMatchingIndex());
			default -> throw new IllegalStateException("no container at " + pointer.head());
		}
		return copy;
	}

	private static JsonNode replaced(JsonNode valid, JsonPointer pointer, JsonNode value) {
		JsonNode copy = valid.deepCopy();
		switch (copy.at(pointer.head())) {
			case ObjectNode object -> object.set(pointer.last().getMatchingProperty(), value);
			case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), value);
			default -> throw new IllegalStateException("no container at " + pointer.head());
		}
		return copy;
	}

	private static List<String> faults(Schema schema, JsonNode message) {
		return schema.validate(message, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))).stream()
				.map(Objects::toString).toList();
	}

	private static Schema schema(String name) {
		try (InputStream in = WireCodec.class.getResourceAsStream(name)) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Objects.requireNonNull(in, name));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
