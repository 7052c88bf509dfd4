package org.schoolbell.district.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestClient.Reply;
import org.schoolbell.district.testing.TestFamily;
import org.schoolbell.district.testing.TestFamily.Parent;

import static org.assertj.core.api.Assertions.assertThat;

/** Devices as apps and the pages' script register them: with the cookies of whoever has signed in. */
class DevicesEndpointTest extends ServerTest {
	private static final String PATH = "/api/v1/devices";
	private static final String APNS = """
			{"platform": "APNS", "token": "%s", "topic": "org.example.portal", "environment": "SANDBOX", "name": "Ana's iPhone"}""";

	private static final String POINT = "B" + "A".repeat(86);
	private static final String SECRET = "A".repeat(22);
	private static final String ALLOWED = "https://fcm.googleapis.com/fcm/send/";

	@LocalServerPort
	private int port;
	@Autowired
	private ApplicationContext server;
	@Autowired
	private Devices devices;

	private TestFamily family;
	private Parent ana;
	private final List<TestBrowser> open = new ArrayList<>();

	@BeforeEach
	void begin() {
		family = new TestFamily(server, jdbc(), port);
		ana = family.parent();
	}

	@AfterEach
	void close() {
		open.forEach(TestBrowser::close);
	}

	private TestBrowser app(Parent parent, boolean stay) {
		TestBrowser browser = family.browser(parent, stay);
		open.add(browser);
		return browser;
	}

	private static Reply call(TestBrowser app, String method, String path, String body) {
		String token = app.get(PATH).header("X-CSRF-TOKEN");
		return app.send(app.request(path).setHeader("Accept", "application/json").header("Content-Type", "application/json")
				.header("X-CSRF-TOKEN", token).method(method, BodyPublishers.ofString(body)));
	}

	/** @return what browsers of this district subscribe with: the point of its key pair, uncompressed */
	private String serverKey() {
		return jdbc().sql("SELECT jwk ->> 'x' AS x, jwk ->> 'y' AS y FROM dispatch.vapid_key").query((row, _) -> {
			byte[] point = ByteBuffer.allocate(65).put((byte) 4).put(Base64.getUrlDecoder().decode(row.getString("x")))
					.put(Base64.getUrlDecoder().decode(row.getString("y"))).array();
			return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
		}).single();
	}

	private int reachable() {
		return devices.reachable(List.of(ana.person())).size();
	}

	@Test
	void anAppRegistersItsAddressAndIsToldOnceHoweverOftenItDoes() {
		TestBrowser app = app(ana, true);
		String token = "00" + Long.toHexString(ana.person().value());

		Reply made = call(app, "POST", PATH, APNS.formatted(token));
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.header("Location")).isEqualTo(PATH + "/" + made.json().required("id").asLong());
		assertThat(made.text()).contains("\"name\":\"Ana's iPhone\"", "\"platform\":\"APNS\"", "\"here\":true").doesNotContain(token);
		for (int i = 0; i < 4; i++) {
			assertThat(call(app, "POST", PATH, APNS.formatted(token)).status()).isEqualTo(200);
		}
		assertThat(reachable()).isOne();
		assertThat(call(app, "POST", PATH, APNS.formatted(token + "ff")).status()).isEqualTo(201);
		assertThat(reachable()).isOne();
		assertThat(call(app, "POST", PATH, "{\"platform\": \"FCM\", \"token\": \"a:b-" + token + "\", \"pushOn\": false}").status())
				.isEqualTo(201);
		assertThat(reachable()).isZero();
		JsonNode listed = app.get(PATH).json().required("devices");
		assertThat(listed).hasSize(1);
		assertThat(listed.get(0).required("pushOn").booleanValue()).isFalse();
	}

	@Test
	void aBrowserRegistersItsSubscriptionAtAPushServiceThatTheDistrictDealsWith() {
		TestBrowser app = app(ana, true);
		String body = browser(ALLOWED + ana.person().value(), serverKey());

		assertThat(call(app, "POST", PATH, body).status()).isEqualTo(201);
		assertThat(call(app, "POST", PATH, body).status()).isEqualTo(200);
		assertThat(app.get(PATH).text()).contains("\"platform\":\"WEB_PUSH\"").doesNotContain(ALLOWED);
		assertThat(reachable()).isOne();
	}

	private static String browser(String endpoint, String serverKey) {
		return "{\"platform\": \"WEB_PUSH\", \"subscription\": {\"endpoint\": \"" + endpoint
				+ "\", \"expirationTime\": null, \"keys\": {\"p256dh\": \""
				+ POINT + "\", \"auth\": \"" + SECRET + "\"}}, \"applicationServerKey\": \"" + serverKey + "\"}";
	}

	@Test
	void whoDoesNotStayLoggedInIsToldWhatToDoAndNothingIsKept() {
		Reply refused = call(app(ana, false), "POST", PATH, APNS.formatted("00aa"));

		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text()).contains("Nobody stays logged in on this device", "Stay logged in");
		assertThat(reachable()).isZero();
	}

	@Test
	void aBodyThatIsWrongIsRefusedWhereItIsWrongAndByItsRule() {
		TestBrowser app = app(ana, true);
		Map<String, String> wrong = new LinkedHashMap<>();
		wrong.put("{}", "/platform");
		wrong.put("[]", "");
		wrong.put("{\"platform\": \"SMS\"}", "/platform");
		wrong.put("{\"platform\": \"FCM\"}", "/token");
		wrong.put("{\"platform\": \"FCM\", \"token\": \"a b\"}", "/token");
		wrong.put("{\"platform\": \"FCM\", \"token\": 7}", "/token");
		wrong.put("{\"platform\": \"FCM\", \"token\": \"a\", \"topic\": \"x\"}", "/topic");
		wrong.put("{\"platform\": \"FCM\", \"token\": \"a\", \"tokens\": \"x\"}", "/tokens");
		wrong.put("{\"platform\": \"FCM\", \"token\": \"a\", \"name\": \" \"}", "/name");
		wrong.put("{\"platform\": \"APNS\", \"token\": \"zz\", \"topic\": \"x\", \"environment\": \"SANDBOX\"}", "/token");
		wrong.put("{\"platform\": \"APNS\", \"token\": \"00\", \"topic\": \"?\", \"environment\": \"SANDBOX\"}", "/topic");
		wrong.put("{\"platform\": \"APNS\", \"token\": \"00\", \"topic\": \"x\", \"environment\": \"TEST\"}", "/environment");
		wrong.put("{\"platform\": \"WEB_PUSH\"}", "/subscription");
		wrong.put("{\"platform\": \"WEB_PUSH\", \"subscription\": {\"endpoint\": \"https://x/\"}}", "/subscription/keys");
		wrong.put(
				"{\"platform\": \"WEB_PUSH\", \"subscription\": {\"endpoint\": \"http://x/\", \"keys\": {\"p256dh\": \"" + POINT
						+ "\", \"auth\": \"" + SECRET
						+ "\"}}, \"applicationServerKey\": \"A\"}",
				"/subscription/endpoint");
		wrong.put(browser("https://evil.example/push", serverKey()), "/subscription/endpoint");
		wrong.put(browser("https://127.0.0.1/push", serverKey()), "/subscription/endpoint");
		wrong.put(browser("https://fcm.googleapis.com/push", "B" + "A".repeat(86)), "/applicationServerKey");
		wrong.put("{\"platform\": \"FCM\", \"token\": \"a\", \"sealKeys\": {\"p256dh\": \"AA\", \"auth\": \"AA\"}}", "/sealKeys/p256dh");
		wrong.put("{\"platform\": \"FCM\", \"token\": \"a\", \"sealKeys\": {\"p256dh\": \"" + POINT + "\", \"auth\": \"AA\"}}",
				"/sealKeys/auth");
		wrong.forEach((body, pointer) -> {
			Reply refused = call(app, "POST", PATH, body);
			assertThat(refused.status()).as(body).isEqualTo(422);
			assertThat(refused.json().required("pointer").asString()).as(body).isEqualTo(pointer);
			assertThat(refused.text()).doesNotContain("http://x/", "evil", "127.0.0.1");
		});
		assertThat(call(app, "POST", PATH, "{").status()).isEqualTo(400);
		assertThat(reachable()).isZero();
	}

	@Test
	void aDeviceEndsForItsPersonAndIsNotThereForOthers() {
		TestBrowser app = app(ana, true);
		String id = call(app, "POST", PATH, APNS.formatted("00bb" + Long.toHexString(ana.person().value()))).json().required("id")
				.asString();
		TestBrowser stranger = app(family.parent(), true);
		assertThat(stranger.get(PATH).text()).doesNotContain("Ana's iPhone");
		for (String one : List.of(id, "0", "x", "999999999999999999999")) {
			assertThat(call(stranger, "DELETE", PATH + "/" + one, "").status()).as(one).isEqualTo(404);
		}
		assertThat(reachable()).isOne();

		TestBrowser tablet = app(ana, false);
		assertThat(call(tablet, "DELETE", PATH + "/" + id, "").status()).isEqualTo(204);

		assertThat(reachable()).isZero();
		assertThat(app.get(PATH).status()).as("its web session too").isEqualTo(401);
		assertThat(call(tablet, "DELETE", PATH + "/" + id, "").status()).isEqualTo(404);
	}

	@Test
	void onlyAPersonWithTheTokenOfTheirOwnPageChangesAnything() {
		TestBrowser app = app(ana, true);
		Reply forged = app
				.send(app.request(PATH).header("Content-Type", "application/json").POST(BodyPublishers.ofString(APNS.formatted("00"))));
		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.text()).contains("X-CSRF-TOKEN");
		Reply foreign = app.send(app.request(PATH).header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-site")
				.header("X-CSRF-TOKEN", app.get(PATH).header("X-CSRF-TOKEN")).POST(BodyPublishers.ofString(APNS.formatted("00"))));
		assertThat(foreign.status()).isEqualTo(403);
		try (TestBrowser nobody = new TestBrowser(port)) {
			Reply refused = nobody.get(PATH);
			assertThat(refused.status()).isEqualTo(401);
			assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
		}
		assertThat(client().get(PATH, Scope.SCHOOLBELL_WRITE).status()).as("a program is no person").isEqualTo(403);
		assertThat(reachable()).isZero();
	}

	@Test
	void anAppStaysLoggedInByItsTokenAlone() {
		TestBrowser app = app(ana, true);
		family.webSessionsEnd(ana);

		assertThat(app.get(PATH).status()).isEqualTo(200);
	}
}
