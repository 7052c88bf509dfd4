package org.schoolbell.district.account.page;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.account.page.DevicesView.After;
import org.schoolbell.district.account.page.DevicesView.State;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.End;
import org.schoolbell.district.device.EndedStay;
import org.schoolbell.district.device.OwnDevice;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Tool;

/** Puts somebody's devices into words. Thread-safe. */
@Component
class DevicesViews {
	private final OwnDevices devices;
	private final DistrictZone zone;
	private final InstantSource time;

	DevicesViews(OwnDevices devices, DistrictZone zone, InstantSource time) {
		this.devices = devices;
		this.zone = zone;
		this.time = time;
	}

	DevicesView of(SignedIn who, After after, Texts texts) {
		List<OwnDevice> own = who.person().map(devices::of).orElse(List.of());
		List<EndedStay> ended = who.person().map(devices::endedOf).orElse(List.of());
		return new DevicesView(who.may(Tool.PORTAL, Level.READ), who.person().isPresent(),
				own.stream().filter(device -> isHere(device, who)).findAny().map(device -> device(device, texts)),
				own.stream().filter(device -> !isHere(device, who)).map(device -> device(device, texts)).toList(),
				ended.stream().map(stay -> ended(stay, texts)).toList(), after);
	}

	private static boolean isHere(OwnDevice device, SignedIn who) {
		Optional<DeviceId> here = who.device();
		return here.filter(device.id()::equals).isPresent();
	}

	private DevicesView.Device device(OwnDevice device, Texts texts) {
		return new DevicesView.Device(device.id(), name(device.name(), device.system(), texts), state(device), device.pushOn(),
				used(device.usedAt(), texts));
	}

	private static State state(OwnDevice device) {
		if (device.platform().isEmpty()) {
			return State.NOT_SET_UP;
		}
		if (device.lost()) {
			return State.LOST;
		}
		return device.pushOn() ? State.TOLD : State.OFF;
	}

	private String used(Instant at, Texts texts) {
		LocalDate today = zone.today(time);
		LocalDate day = zone.dateOf(at);
		if (!day.isBefore(today)) {
			return texts.of("account.devices.used.today");
		}
		return day.equals(today.minusDays(1))
				? texts.of("account.devices.used.yesterday")
				: texts.of("account.devices.used.on", "date", texts.date(at));
	}

	private static DevicesView.Ended ended(EndedStay stay, Texts texts) {
		String name = stay.name().map(known -> name(known, stay.system(), texts)).orElseGet(() -> texts.of("account.devices.shared"));
		return new DevicesView.Ended(name, texts.date(stay.at()) + ", " + texts.time(stay.at()), why(stay.why()),
				stay.why() == End.OLD_TOKEN);
	}

	private static String name(String name, Optional<String> system, Texts texts) {
		return system.map(below -> texts.of("account.devices.name", "name", name, "system", below)).orElse(name);
	}

	private static String why(End end) {
		return switch (end) {
			case SIGNED_OUT, SIGNED_IN_AGAIN -> "account.devices.end.signed-out";
			case SIGNED_OUT_ELSEWHERE -> "account.devices.end.elsewhere";
			case SIGNED_OUT_EVERYWHERE -> "account.devices.end.everywhere";
			case PASSWORD_CHANGED -> "account.devices.end.password";
			case ACCOUNT_DISABLED -> "account.devices.end.account";
			case OLD_TOKEN -> "account.devices.end.old-token";
			case OTHER_PERSON -> "account.devices.end.other-person";
			case TOO_MANY -> "account.devices.end.too-many";
			case EXPIRED -> "account.devices.end.expired";
		};
	}
}
