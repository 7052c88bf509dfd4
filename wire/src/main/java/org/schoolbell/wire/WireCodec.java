package org.schoolbell.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the two messages into bytes and back. Unknown fields are ignored, so a newer side may add some. Immutable and thread-safe.
 *
 * <p>What it decodes satisfies the records' rules; what it encodes satisfies the JSON Schemas beside this class.
 */
public final class WireCodec {
	private final JsonMapper json = WireJson.mapper();

	/** @throws IllegalArgumentException if the message would be larger than {@link WireLimits#MAX_BYTES}; {@link BatchSplitter} prevents that */
	public byte[] encode(PushBatch batch) {
		return bounded(json.writeValueAsBytes(batch));
	}

	/** @throws IllegalArgumentException if the message would be larger than {@link WireLimits#MAX_BYTES} */
	public byte[] encode(Receipts receipts) {
		return bounded(json.writeValueAsBytes(receipts));
	}

	/** @throws MalformedMessageException if the bytes are no push batch, saying where and why */
	public PushBatch decodePushBatch(byte[] body) throws MalformedMessageException {
		return read(body, PushBatch.class, "push batch");
	}

	/** @throws MalformedMessageException if the bytes are no receipts, saying where and why */
	public Receipts decodeReceipts(byte[] body) throws MalformedMessageException {
		return read(body, Receipts.class, "receipts message");
	}

	/** How many bytes a push takes inside a batch. */
	int size(Push push) {
		return json.writeValueAsBytes(push).length;
	}

	private <T> T read(byte[] body, Class<T> type, String name) throws MalformedMessageException {
		if (body.length > WireLimits.MAX_BYTES) {
			throw new MalformedMessageException(name + " has " + body.length + " bytes, at most " + WireLimits.MAX_BYTES + " are allowed");
		}
		try {
			T value = json.readValue(body, type);
			if (value == null) {
				throw new MalformedMessageException(name + " is null, it must be an object");
			}
			return value;
		} catch (JacksonException e) {
			throw new MalformedMessageException(name + ": " + WireJson.explain(e));
		}
	}

	private static byte[] bounded(byte[] body) {
		Rules.check(body.length <= WireLimits.MAX_BYTES, "a message has at most " + WireLimits.MAX_BYTES + " bytes");
		return body;
	}
}
