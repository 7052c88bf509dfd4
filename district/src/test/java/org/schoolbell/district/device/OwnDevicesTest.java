package org.schoolbell.district.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.device.PushAddresses.Saved;
import org.schoolbell.district.device.StaySessions.Shown;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is told on which device. */
class OwnDevicesTest {
	private static final PersonId ANA = new PersonId(1);
	private static final PersonId BEN = new PersonId(2);
	private static final Browser TABLET = new Browser("a tablet's mark", "Firefox", Optional.of("Android"));
	private static final Endpoint.Fcm ADDRESS = new Endpoint.Fcm("the-tablet");

	private static final TestDistrict DISTRICT = TestDistrict.with(Devices.class, OwnDevices.class, StaySessions.class,
			PushAddresses.class);
	private final Devices devices = DISTRICT.get(Devices.class);
	private final OwnDevices own = DISTRICT.get(OwnDevices.class);
	private final StaySessions stays = DISTRICT.get(StaySessions.class);
	private final PushAddresses addresses = DISTRICT.get(PushAddresses.class);

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
	void fiveSignInsOnOneBrowserGiveOneDeviceAndOnePush() {
		for (int i = 0; i < 5; i++) {
			Stay stay = stays.begin(TABLET, ANA, "1.1");
			save(ANA, stay, ADDRESS);
		}

		assertThat(own.of(ANA)).singleElement().satisfies(device -> {
			assertThat(device.name()).isEqualTo("Firefox");
			assertThat(device.system()).contains("Android");
			assertThat(device.told()).isTrue();
		});
		assertThat(devices.reachable(List.of(ANA))).hasSize(1);
		assertThat(own.endedOf(ANA)).as("signing in again is no end to tell of").isEmpty();
	}

	@Test
	void aBrowserThatLostItsCookiesIsStillToldOnce() {
		save(ANA, stays.begin(TABLET, ANA, "1.1"), ADDRESS);
		Stay anew = stays.begin(new Browser("another mark", "Firefox", Optional.of("Android")), ANA, "1.1");
		assertThat(devices.reachable(List.of(ANA))).extracting(ReachableDevice::device).doesNotContain(anew.device());

		assertThat(save(ANA, anew, ADDRESS)).isEqualTo(Saved.NEW);

		assertThat(devices.reachable(List.of(ANA))).extracting(ReachableDevice::device).containsExactly(anew.device());
		assertThat(own.of(ANA)).hasSize(1);
	}

	@Test
	void ofTwoGuardiansOnOneTabletTheOneWhoStaysLoggedInIsTold() {
		Stay ana = stays.begin(TABLET, ANA, "1.1");
		save(ANA, ana, ADDRESS);
		own.push(ANA, ana.device(), false);

		Stay ben = stays.begin(TABLET, BEN, "2.1");
		assertThat(ben.device()).isEqualTo(ana.device());
		assertThat(devices.reachable(List.of(ANA, BEN))).as("who takes it over has push on")
				.containsExactly(new ReachableDevice(ben.device(), BEN));
		assertThat(stays.show(ana.token())).isInstanceOf(Shown.Over.class);
		assertThat(stays.use(ana.session(), Optional.empty())).isEmpty();
		assertThat(own.of(ANA)).isEmpty();
		assertThat(own.endedOf(ANA)).singleElement().isEqualTo(
				new EndedStay(Optional.empty(), Optional.empty(), TestDistrict.START, End.OTHER_PERSON));

		save(ANA, stays.begin(TABLET, ANA, "1.1"), ADDRESS);
		assertThat(devices.reachable(List.of(ANA, BEN))).containsExactly(new ReachableDevice(ana.device(), ANA));
	}

	@Test
	void whoSignsInWithoutStayingLoggedInEndsItForWhoeverDid() {
		Stay ana = stays.begin(TABLET, ANA, "1.1");
		save(ANA, ana, ADDRESS);

		stays.endOn(TABLET.mark(), Optional.of(BEN));

		assertThat(devices.reachable(List.of(ANA, BEN))).isEmpty();
		assertThat(own.endedOf(ANA)).extracting(EndedStay::why).containsExactly(End.OTHER_PERSON);
	}

	@Test
	void theSwitchStaysAsChosenWhenTheSamePersonSignsInAgainOrTheAddressIsRenewed() {
		Stay stay = stays.begin(TABLET, ANA, "1.1");
		save(ANA, stay, ADDRESS);
		assertThat(own.push(ANA, stay.device(), false)).isTrue();

		Stay again = stays.begin(TABLET, ANA, "1.1");
		assertThat(save(ANA, again, ADDRESS)).isEqualTo(Saved.SAME);
		assertThat(save(ANA, again, new Endpoint.Fcm("renewed"))).isEqualTo(Saved.NEW);

		assertThat(devices.reachable(List.of(ANA))).isEmpty();
		own.push(ANA, again.device(), true);
		assertThat(devices.addresses(List.of(again.device()))).singleElement()
				.satisfies(address -> assertThat(address.endpoint()).isEqualTo(new Endpoint.Fcm("renewed")));
	}

	@Test
	void nobodyTouchesAnothersDevice() {
		Stay ana = stays.begin(TABLET, ANA, "1.1");
		save(ANA, ana, ADDRESS);

		assertThat(own.push(BEN, ana.device(), false)).isFalse();
		assertThat(own.signOut(BEN, ana.device(), End.SIGNED_OUT_ELSEWHERE)).isFalse();
		assertThat(addresses.save(BEN, ana.device(), new Endpoint.Fcm("bens"), Optional.empty())).isEqualTo(Saved.NOT_STAYING);
		assertThat(addresses.of(BEN, ana.device())).isEmpty();
		assertThat(own.of(BEN)).isEmpty();
		assertThat(own.of(BEN, ana.device())).isEmpty();

		assertThat(addresses.of(ANA, ana.device())).contains(ADDRESS);
		assertThat(devices.reachable(List.of(ANA))).hasSize(1);
	}

	@Test
	void withoutALiveSessionADeviceTakesNoAddress() {
		Stay stay = stays.begin(TABLET, ANA, "1.1");
		assertThat(own.signOut(ANA, stay.device(), End.SIGNED_OUT)).isTrue();
		assertThat(own.signOut(ANA, stay.device(), End.SIGNED_OUT)).isFalse();

		assertThat(save(ANA, stay, ADDRESS)).isEqualTo(Saved.NOT_STAYING);
		assertThat(own.push(ANA, stay.device(), true)).isFalse();
		assertThatThrownBy(() -> addresses.save(ANA, stay.device(), ADDRESS, Optional.of(" "))).hasMessageContaining("1 to 100");
	}

	@Test
	void onOneDeviceTooManyTheOneThatWasUsedLeastEnds() {
		Stay first = stays.begin(browser(0), ANA, "1.1");
		for (int i = 1; i < StaySessions.MOST; i++) {
			DISTRICT.time().pass(Duration.ofHours(2));
			stays.begin(browser(i), ANA, "1.1");
		}
		assertThat(stays.use(first.session(), Optional.empty())).isPresent();

		stays.begin(browser(StaySessions.MOST), ANA, "1.1");

		assertThat(own.of(ANA)).hasSize(StaySessions.MOST).extracting(OwnDevice::id).contains(first.device());
		assertThat(own.endedOf(ANA)).extracting(EndedStay::why, EndedStay::name).containsExactly(
				org.assertj.core.groups.Tuple.tuple(End.TOO_MANY, Optional.of("Firefox 1")));
	}

	@Test
	void everyWayOutIsToldOfForAMonth() {
		for (End why : List.of(End.PASSWORD_CHANGED, End.ACCOUNT_DISABLED, End.SIGNED_OUT_EVERYWHERE)) {
			stays.begin(TABLET, ANA, "1.1");
			stays.begin(browser(1), ANA, "1.1");
			devices.signOutEverywhere(ANA, why);
			assertThat(own.of(ANA)).isEmpty();
			DISTRICT.time().pass(Duration.ofDays(1));
		}
		assertThat(own.endedOf(ANA)).extracting(EndedStay::why).containsExactly(End.SIGNED_OUT_EVERYWHERE, End.SIGNED_OUT_EVERYWHERE,
				End.ACCOUNT_DISABLED, End.ACCOUNT_DISABLED, End.PASSWORD_CHANGED, End.PASSWORD_CHANGED);

		DISTRICT.time().pass(Duration.ofDays(28));
		assertThat(own.endedOf(ANA)).hasSize(4);
	}

	private static Browser browser(int number) {
		return new Browser("mark " + number, "Firefox " + number, Optional.empty());
	}

	private Saved save(PersonId person, Stay stay, Endpoint endpoint) {
		return addresses.save(person, stay.device(), endpoint, Optional.empty());
	}
}
