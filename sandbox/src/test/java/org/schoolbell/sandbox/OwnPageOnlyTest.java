package org.schoolbell.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPageOnlyTest extends RunningSandbox {
	/** Without a district an act is refused with 503; so whatever else comes was kept away before. */
	private static final int LET_THROUGH = 503;

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			cross-site,  -
			same-site,   -
			cross-site,  https://example.org
			-,           https://example.org
			-,           null
			same-origin, https://example.org
			""")
	void anotherSitesPageMayNotChangeAnything(String site, String origin) throws Exception {
		HttpResponse<String> answer = act(site, origin);

		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("a page of another site may not change anything here");
	}

	@Test
	void aPageOnThisMachineUnderAnotherPortIsAnotherSite() throws Exception {
		assertThat(act("same-site", "http://localhost:8080").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/deliveries", "/faults"})
	void thatCountsForEverythingHere(String path) throws Exception {
		assertThat(send(at(path).header("Sec-Fetch-Site", "cross-site").DELETE()).statusCode()).isEqualTo(403);
		assertThat(delete(path).statusCode()).isEqualTo(204);
	}

	@Test
	void theOwnPageAndProgramsAreLetThrough() throws Exception {
		assertThat(act("same-origin", "http://localhost:" + port()).statusCode()).isEqualTo(LET_THROUGH);
		assertThat(act(null, null).statusCode()).isEqualTo(LET_THROUGH);
	}

	@Test
	void aNameThatWasPointedAtThisMachineIsRefused() throws Exception {
		assertThat(statusLine("phones.example.org:" + port())).contains(" 403");
		assertThat(statusLine("127.0.0.1:" + port())).contains(" 200");
	}

	private HttpResponse<String> act(@Nullable String site, @Nullable String origin) throws Exception {
		HttpRequest.Builder request = at("/school/acts/SCORE_18").POST(BodyPublishers.noBody());
		if (site != null) {
			request.header("Sec-Fetch-Site", site);
		}
		if (origin != null) {
			request.header("Origin", origin);
		}
		return send(request);
	}

	/** By hand, since no client lets a program say another host than it asks. */
	private String statusLine(String host) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
			OutputStream out = socket.getOutputStream();
			out.write("GET /deliveries HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host)
					.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
		}
	}
}
