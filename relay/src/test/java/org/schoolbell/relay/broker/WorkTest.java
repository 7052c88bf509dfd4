package org.schoolbell.relay.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.WireCodec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WorkTest {
	private static final BatchId ID = BatchId.parse("01993f3e-0000-7000-8000-000000000001");
	private static final String TYPE = "schoolbell.push-batch.v1";

	private final WireCodec codec = new WireCodec();
	private final byte[] check = codec.encode(PushBatch.check(ID, Instant.EPOCH, Duration.ofMinutes(1)));

	@Test
	void aBatchWithoutPushesIsACheck() {
		assertThat(Work.of(delivery(TYPE, Map.of(), check), codec)).isEqualTo(new Work.Check(ID));
	}

	@Test
	void anotherTypeOrNoneIsSetAside() {
		Work expected = new Work.SetAside("the message's type is not schoolbell.push-batch.v1");

		assertThat(Work.of(delivery("schoolbell.push-batch.v2", Map.of(), check), codec)).isEqualTo(expected);
		assertThat(Work.of(delivery(null, Map.of(), check), codec)).isEqualTo(expected);
	}

	@Test
	void anUnreadableBodyIsSetAsideWithItsFault() {
		assertThat(Work.of(delivery(TYPE, Map.of(), "{".getBytes(UTF_8)), codec))
				.isEqualTo(new Work.SetAside("push batch: not readable as JSON (line 1, column 2)"));
	}

	@Test
	void aBatchThatCameAgainAndAgainIsSetAside() {
		assertThat(Work.of(delivery(TYPE, Map.of("x-delivery-count", 20L), check), codec)).isEqualTo(new Work.Check(ID));
		assertThat(Work.of(delivery(TYPE, Map.of("x-delivery-count", 21L), check), codec))
				.isEqualTo(new Work.SetAside("delivered more than 20 times without an end"));
	}

	private static Delivery delivery(@Nullable String type, Map<String, Object> headers, byte[] body) {
		return new Delivery(new Envelope(1, true, "", ""), new AMQP.BasicProperties.Builder().type(type).headers(headers).build(), body);
	}
}
