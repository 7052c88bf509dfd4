package org.schoolbell.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSplitterTest {
	private static final BatchId ID = BatchId.parse("01993f3e-0000-7000-8000-000000000001");
	private static final Instant LONGEST = Instant.parse("2026-11-24T14:03:22.481123456Z");
	private static final Duration AGE = Duration.ofDays(27).plusNanos(1);

	private final WireCodec codec = new WireCodec();
	private final BatchSplitter splitter = new BatchSplitter(codec);

	@ParameterizedTest
	@ValueSource(longs = {11, 12, 13})
	void everyGroupFitsAndNoneCouldTakeOneMore(long seed) {
		List<Push> pushes = new Samples(seed).pushes(1700);

		List<List<Push>> groups = splitter.split(pushes);

		assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(pushes);
		for (int i = 0; i < groups.size(); i++) {
			assertThat(size(groups.get(i))).isLessThanOrEqualTo(WireLimits.MAX_BYTES);
			if (i + 1 < groups.size()) {
				List<Push> more = new ArrayList<>(groups.get(i));
				more.add(groups.get(i + 1).getFirst());
				assertThat(more.size() > WireLimits.MAX_PUSHES || bytes(more) > WireLimits.MAX_BYTES - 256).isTrue();
			}
		}
	}

	@Test
	void smallPushesAreBoundByTheirCountAndLargeOnesByTheirBytes() {
		Samples samples = new Samples(3);
		List<Push> small = samples.pushes(6000).stream().filter(push -> codec.size(push) < 700).limit(1001).toList();
		List<Push> large = samples.pushes(6000).stream().filter(push -> codec.size(push) > 3000).limit(1000).toList();

		assertThat(splitter.split(small)).extracting(List::size).containsExactly(500, 500, 1);
		assertThat(splitter.split(large)).allSatisfy(group -> assertThat(group.size()).isLessThan(WireLimits.MAX_PUSHES));
	}

	@Test
	void nothingMakesNoBatch() {
		assertThat(splitter.split(List.of())).isEmpty();
	}

	private int size(List<Push> pushes) {
		return codec.encode(new PushBatch(ID, LONGEST, AGE, pushes)).length;
	}

	private int bytes(List<Push> pushes) {
		return pushes.stream().mapToInt(push -> codec.size(push) + 1).sum();
	}
}
