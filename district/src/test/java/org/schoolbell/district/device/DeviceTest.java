package org.schoolbell.district.device;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeviceTest {
	private static final PersonId ANA = new PersonId(1);
	private static final PersonId BEN = new PersonId(2);
	private static final Endpoint PHONE = new Endpoint.Apns("00ab", "org.example.portal", Endpoint.ApnsEnvironment.SANDBOX);
	private static final Endpoint TABLET = new Endpoint.Fcm("a-token:with_colons");
	private static final Endpoint BROWSER = new Endpoint.WebPush("https://push.example.org/1", "BPubKey", "secret", "BServerKey");

	private static final TestDistrict DISTRICT = TestDistrict.with(Devices.class, SignIns.class);
	private final Devices devices = DISTRICT.get(Devices.class);
	private final SignIns signIns = DISTRICT.get(SignIns.class);

	@BeforeEach
	void begin() {
		DISTRICT.jdbc().sql("TRUNCATE device.device, device.session").update();
		DISTRICT.time().set(TestDistrict.START);
	}

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	@Test
	void aDeviceIsReachableWithTheAddressItRegistered() {
		List<Endpoint> endpoints = List.of(PHONE, TABLET, BROWSER);
		List<Registered> registered = signIns
				.register(endpoints.stream().map(endpoint -> new Registration(ANA, "mine", endpoint)).toList());

		List<DeviceId> ids = registered.stream().map(Registered::device).toList();
		assertThat(devices.reachable(List.of(ANA, BEN))).containsExactlyInAnyOrderElementsOf(
				ids.stream().map(id -> new ReachableDevice(id, ANA)).toList());
		assertThat(devices.addresses(ids)).containsExactlyInAnyOrderElementsOf(
				IntStream.range(0, 3).mapToObj(i -> new DeviceAddress(ids.get(i), ANA, endpoints.get(i))).toList());
	}

	@Test
	void onePhoneIsOneDeviceAndFollowsItsNewOwner() {
		DeviceId first = register(ANA, PHONE);
		DeviceId second = register(BEN, PHONE);

		assertThat(second).isEqualTo(first);
		assertThat(devices.reachable(List.of(ANA, BEN))).containsExactly(new ReachableDevice(first, BEN));
	}

	@Test
	void signingOutEndsWhatTheDeviceIsTold() {
		DeviceId phone = register(ANA, PHONE);
		DeviceId tablet = register(ANA, TABLET);

		devices.signOut(List.of(phone));

		assertThat(devices.reachable(List.of(ANA))).containsExactly(new ReachableDevice(tablet, ANA));
		assertThat(devices.addresses(List.of(phone, tablet))).extracting(DeviceAddress::device).containsExactly(tablet);
	}

	@Test
	void anOldSessionEnds() {
		register(ANA, PHONE);

		DISTRICT.time().pass(Duration.ofDays(90));

		assertThat(devices.reachable(List.of(ANA))).isEmpty();
	}

	@Test
	void aDeadTokenRemovesTheDeviceUnlessItRegisteredSince() {
		DeviceId phone = register(ANA, PHONE);

		devices.remove(List.of(new GoneDevice(phone, TestDistrict.START)));
		assertThat(devices.reachable(List.of(ANA))).hasSize(1);

		DISTRICT.time().pass(Duration.ofMinutes(1));
		devices.remove(List.of(new GoneDevice(phone, DISTRICT.time().instant())));
		assertThat(devices.reachable(List.of(ANA))).isEmpty();

		assertThat(register(ANA, PHONE)).isEqualTo(phone);
		assertThat(devices.reachable(List.of(ANA))).hasSize(1);
	}

	@Test
	void twoRegistrationsOfOneEndpointAreRefusedAndChangeNothing() {
		List<Registration> twice = List.of(new Registration(ANA, "mine", PHONE), new Registration(BEN, "his", PHONE));

		assertThatThrownBy(() -> signIns.register(twice)).hasMessageContaining("same endpoint");
		assertThat(devices.reachable(List.of(ANA, BEN))).isEmpty();
	}

	@Test
	void nobodyReadsATokenInALog() {
		assertThat(List.of(PHONE, TABLET, BROWSER).toString()).doesNotContain("00ab", "with_colons", "push.example.org", "secret");
		assertThat(signIns.register(List.of(new Registration(ANA, "mine", PHONE))).getFirst().toString()).contains("redacted");
	}

	private DeviceId register(PersonId person, Endpoint endpoint) {
		return signIns.register(List.of(new Registration(person, "a device", endpoint))).getFirst().device();
	}
}
