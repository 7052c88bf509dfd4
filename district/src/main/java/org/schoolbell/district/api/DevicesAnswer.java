package org.schoolbell.district.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.OwnDevice;
import org.schoolbell.district.device.OwnDevice.Platform;

/** The devices on which whoever asks stays logged in. Push addresses are not shown again. */
record DevicesAnswer(List<Item> devices) {
	/**
	 * One device.
	 *
	 * @param system what a browser runs on
	 * @param here whether it is the one that asks
	 * @param platform by which service it gets pushes; left out while it has no push address
	 * @param pushOn the person's switch for this device
	 * @param lost whether the service has said since that the push address is dead
	 * @param usedAt to the hour
	 */
	record Item(long id, String name, @Nullable String system, boolean here, @Nullable Platform platform, boolean pushOn, boolean lost,
			Instant since, Instant usedAt) {
		static Item of(OwnDevice device, Optional<DeviceId> here) {
			return new Item(device.id().value(), device.name(), device.system().orElse(null),
					here.filter(device.id()::equals).isPresent(), device.platform().orElse(null), device.pushOn(), device.lost(),
					device.since(),
					device.usedAt());
		}
	}
}
