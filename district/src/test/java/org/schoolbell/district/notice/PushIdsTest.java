package org.schoolbell.district.notice;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.wire.PushId;

import static org.assertj.core.api.Assertions.assertThat;

class PushIdsTest {
	private static final UUID NOTICE = UUID.fromString("019ab7c2-0f00-7000-8000-00000000abcd");

	@Test
	void theSameNoticeVersionAndDeviceHaveTheSameIdInEveryRelease() {
		PushId id = PushIds.of(NOTICE, 1, new DeviceId(42));

		assertThat(id).hasToString("fdfa68a8-ea7b-8149-91ad-05c69a786074");
		assertThat(id.value().version()).isEqualTo(8);
		assertThat(id.value().variant()).isEqualTo(2);
	}

	@Test
	void anythingElseHasAnother() {
		Set<PushId> ids = new HashSet<>();
		for (int version = 1; version <= 20; version++) {
			for (long device = 1; device <= 20; device++) {
				ids.add(PushIds.of(NOTICE, version, new DeviceId(device)));
				ids.add(PushIds.of(new UUID(NOTICE.getMostSignificantBits(), version), 1, new DeviceId(device)));
			}
		}

		assertThat(ids).hasSize(800);
	}
}
