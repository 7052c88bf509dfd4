package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.Registration;
import org.schoolbell.district.device.SignIns;
import org.schoolbell.district.device.Subscriptions;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.dispatch.seal.ApplicationServerKey;
import org.schoolbell.district.dispatch.seal.SealKeys;
import org.schoolbell.district.dispatch.seal.TestBrowser;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.preference.Languages;
import org.schoolbell.district.preference.LockScreens;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.wire.Ciphertext;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Priority;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers get, what apps get of those who hide details, and what becomes of browsers that cannot be told. */
class SealedPushesTest {
	private static final String URL = "https://push.example.org/wpush/v2/";
	private static final Endpoint.ApnsEnvironment SANDBOX = Endpoint.ApnsEnvironment.SANDBOX;

	private final NoticeFixture school = new NoticeFixture();
	private final TestDistrict district = school.district;
	private final PushSource outbox = district.get(PushSource.class);
	private final RandomGenerator random = new SplittableRandom(8291);
	private final TestBrowser browser = new TestBrowser(random);
	private final PersonId reader = school.relative("Reader", true);
	private final String ours = district.get(ApplicationServerKey.class).base64url().orElseThrow();

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void aBrowserReadsWhatHappenedAndTheRelayCannot() {
		subscribe(URL + "1", browser.keys(), ours);
		ScoreChanged score = told();

		Push push = push();

		assertThat(push.kind()).isNull();
		assertThat(push.alert()).isNull();
		assertThat(push.badge()).isNull();
		assertThat(push.link()).isNull();
		assertThat(push.sealed()).isNull();
		assertThat(push.priority()).isEqualTo(Priority.NORMAL);
		assertThat(push.expiresAt()).isEqualTo(score.at().plus(Duration.ofDays(3)));
		Target.WebPush target = (Target.WebPush) push.target();
		assertThat(target.endpoint().value()).isEqualTo(URL + "1");
		assertThat(target.authorization().value()).startsWith("vapid t=").endsWith(", k=" + ours);
		JsonNode message = opened(browser, target.body());
		assertThat(message.get("web_push").asInt()).isEqualTo(8030);
		assertThat(message.at("/notification/title").asString()).isEqualTo("Maya: 18 of 20 on Unit 3 Quiz");
		assertThat(message.at("/notification/body").asString()).isEqualTo("90% in Algebra I.");
		assertThat(message.at("/notification/navigate").asString()).isEqualTo("/n/" + NoticeId.of(score.id(), reader).value());
		assertThat(message.at("/notification/tag").asString()).isEqualTo(push.collapse().value());
		assertThat(message.at("/notification/lang").asString()).isEqualTo("en");
		assertThat(message.at("/notification/silent").asBoolean()).isFalse();
		assertThat(message.at("/notification/data/id").asString()).isEqualTo(push.id().toString());
	}

	@Test
	void hundredsOfBrowsersOfAPageEachReadTheirOwn() {
		Map<String, TestBrowser> browsers = new HashMap<>();
		List<Registration> registrations = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			TestBrowser one = new TestBrowser(random);
			browsers.put(URL + i, one);
			registrations.add(new Registration(reader, "browser", web(URL + i, one.keys(), ours)));
		}
		district.get(SignIns.class).register(registrations);
		told();

		List<Push> pushes = pushes();

		assertThat(pushes).hasSize(300);
		for (Push push : pushes) {
			Target.WebPush target = (Target.WebPush) push.target();
			TestBrowser one = Objects.requireNonNull(browsers.get(target.endpoint().value()));
			assertThat(opened(one, target.body()).at("/notification/data/id").asString()).isEqualTo(push.id().toString());
		}
	}

	@Test
	void aSubscriptionMadeWithAnotherKeyEndsUnsentAndIsRenewedAtTheNextVisit() {
		String theirs = ours.substring(0, 80) + "AAAAAAA";
		DeviceId device = subscribe(URL + "1", browser.keys(), theirs);
		told();

		assertThat(pushes()).isEmpty();

		assertThat(ends()).containsExactly("3 VapidKeyMismatch");
		assertThat(district.get(Subscriptions.class).toBeRenewed(device)).isTrue();
		assertThat(district.get(Devices.class).reachable(List.of(reader))).as("it costs nobody the device").hasSize(1);
		district.time().pass(Duration.ofSeconds(1));
		subscribe(URL + "1", browser.keys(), ours);
		assertThat(district.get(Subscriptions.class).toBeRenewed(device)).isFalse();
		told();
		assertThat(pushes()).hasSize(1);
	}

	@Test
	void aPushServiceThatKnowsAnotherKeyMarksTheSubscriptionUnlessItIsNewer() {
		DeviceId device = subscribe(URL + "1", browser.keys(), ours);
		told();
		Push push = push();
		district.time().pass(Duration.ofSeconds(1));
		subscribe(URL + "1", browser.keys(), ours);
		reject(push);
		assertThat(district.get(Subscriptions.class).toBeRenewed(device)).as("it has subscribed since").isFalse();

		told();
		reject(push());

		assertThat(district.get(Subscriptions.class).toBeRenewed(device)).isTrue();
		assertThat(district.get(Devices.class).reachable(List.of(reader))).hasSize(1);
		assertThat(ends()).containsExactly("3 VapidKeyMismatch", "3 VapidKeyMismatch");
	}

	@Test
	void anAddressThatIsNotOnTheListAnyMoreIsNotCalled() {
		subscribe("https://10.0.0.1/admin", browser.keys(), ours);
		subscribe("https://push.example.org.evil.example/1", browser.keys(), ours);
		told();

		assertThat(pushes()).isEmpty();
		assertThat(ends()).containsExactly("3 EndpointNotAllowed", "3 EndpointNotAllowed");
	}

	@Test
	void aBrowserWithKeysThatAreNoneKeepsNobodyElseBack() {
		subscribe(URL + "1", browser.keys(), ours);
		district.get(SignIns.class).register(List.of(new Registration(reader, "odd", new Endpoint.WebPush(URL + "2", "BA", "AA", ours))));
		byte[] point = new byte[65];
		point[0] = 4;
		SealKeys off = new SealKeys(Ciphertext.of(point).base64url(), browser.keys().secret());
		subscribe(URL + "3", off, ours);
		told();

		assertThat(pushes()).hasSize(1);
		assertThat(ends()).containsExactly("3 CannotBeMade", "3 CannotBeMade");
	}

	@Test
	void whoHidesDetailsSeesThatThereIsSomethingAndReadsTheRestInTheApp() {
		hide();
		register(new Endpoint.Apns("abcd", "org.example.portal", SANDBOX, browser.keys()));
		told();

		Push push = push();

		assertThat(push.alert()).hasFieldOrPropertyWithValue("title", "A notice from school").hasFieldOrPropertyWithValue("body",
				"Tap to read it.");
		assertThat(push.kind()).isNull();
		assertThat(push.badge()).isNull();
		JsonNode message = opened(browser, Objects.requireNonNull(push.sealed()));
		assertThat(message.get("version").asInt()).isOne();
		assertThat(message.get("id").asString()).isEqualTo(push.id().toString());
		assertThat(message.get("kind").asString()).isEqualTo("ASSIGNMENTS");
		assertThat(message.get("title").asString()).isEqualTo("Maya: 18 of 20 on Unit 3 Quiz");
		assertThat(message.get("body").asString()).isEqualTo("90% in Algebra I.");
		assertThat(message.get("lang").asString()).isEqualTo("en");
		assertThat(message.get("link").asString()).isEqualTo(push.link());
	}

	@Test
	void anAppWithoutKeysAndABrowserShowTheSameToThoseWhoHideDetails() {
		hide();
		district.get(Languages.class).save(Map.of(reader, Locale.forLanguageTag("es-MX")));
		register(new Endpoint.Fcm("a:token"));
		subscribe(URL + "1", browser.keys(), ours);
		told();

		for (Push push : pushes()) {
			switch (push.target()) {
				case Target.WebPush web -> {
					JsonNode message = opened(browser, web.body());
					assertThat(message.at("/notification/title").asString()).isEqualTo("Un aviso de la escuela");
					assertThat(message.at("/notification/lang").asString()).isEqualTo("es");
					assertThat(message.toString()).doesNotContain("Maya").doesNotContain("Quiz").doesNotContain("ASSIGNMENTS");
				}
				case Target.Apns _,Target.Fcm _ -> {
					assertThat(push.alert()).hasFieldOrPropertyWithValue("title", "Un aviso de la escuela");
					assertThat(push.kind()).isNull();
					assertThat(push.sealed()).isNull();
				}
			}
		}
	}

	@Test
	void whoHidesNothingGetsNothingSealed() {
		register(new Endpoint.Fcm("a:token", browser.keys()));
		told();

		assertThat(push().sealed()).isNull();
		district.get(LockScreens.class).hideDetails(reader, true);
		district.get(LockScreens.class).hideDetails(reader, false);
		told();
		assertThat(push().alert()).hasFieldOrPropertyWithValue("title", "Maya: 18 of 20 on Unit 3 Quiz");
	}

	private void hide() {
		district.get(LockScreens.class).hideDetails(reader, true);
	}

	private DeviceId subscribe(String url, SealKeys keys, String applicationServerKey) {
		return register(web(url, keys, applicationServerKey));
	}

	private DeviceId register(Endpoint endpoint) {
		return district.get(SignIns.class).register(List.of(new Registration(reader, "device", endpoint))).getFirst().device();
	}

	private static Endpoint web(String url, SealKeys keys, String applicationServerKey) {
		return new Endpoint.WebPush(url, keys.publicKey(), keys.secret(), applicationServerKey);
	}

	/** A score that the reader is told of, each of a quiz of its own. */
	private ScoreChanged told() {
		ScoreChanged score = school.score(school.maya, school.records.assignment("Unit 3 Quiz", school.records.active(), Records.DUE), null,
				Scores.of20(18), false);
		school.decide(score);
		return score;
	}

	private void reject(Push push) {
		outbox.settle(List.of(Receipts.ofPushes(List.of(new Receipt(push.id(), push.ref(),
				new Outcome.Rejected(Outcome.Rejected.VAPID_KEY_MISMATCH), push.target().platform(), district.time().instant(), 1)))));
	}

	private Push push() {
		List<Push> pushes = pushes();
		assertThat(pushes).hasSize(1);
		return pushes.getFirst();
	}

	/** Those of the reader, taken now. */
	private List<Push> pushes() {
		List<Long> mine = district.jdbc().sql("SELECT seq FROM notice.outbox WHERE person = ?").param(reader.value())
				.query((row, _) -> row.getLong(1)).list();
		return outbox.take(10_000).parcels().stream().flatMap(parcel -> parcel.pushes().stream())
				.filter(push -> mine.contains(OutboxKey.of(push.ref()).orElseThrow().seq())).toList();
	}

	/** @return number and reason of the reader's pushes that ended */
	private List<String> ends() {
		return district.jdbc().sql("SELECT outcome || ' ' || coalesce(reason, '') FROM notice.push_end WHERE person = ? ORDER BY at")
				.param(reader.value()).query((row, _) -> row.getString(1)).list();
	}

	private static JsonNode opened(TestBrowser browser, @Nullable Ciphertext sealed) {
		return JsonMapper.shared().readTree(browser.open(Objects.requireNonNull(sealed)));
	}
}
