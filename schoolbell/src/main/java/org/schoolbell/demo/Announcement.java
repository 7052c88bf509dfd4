package org.schoolbell.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/** The last thing that the demo prints: where everything is, and a first thing to try. */
record Announcement(Addresses addresses, Path credentials, Duration took) {
	void print(PrintWriter out) {
		out.println();
		out.printf("Schoolbell is ready (%d.%d s).%n%n", took.toSeconds(), took.toMillisPart() / 100);
		if (addresses.sandbox() != null) {
			line(out, "Phones", addresses.sandbox() + "   open this first and ring the bell");
		}
		line(out, "District", addresses.district());
		line(out, "API to browse", addresses.district() + "/api");
		line(out, "Broker", addresses.broker());
		line(out, "Management", addresses.management() + "/actuator/health");
		line(out, "API client", addresses.client().id() + "   secret " + addresses.client().secret());
		out.printf("%nSign in at %s as%n", addresses.district());
		for (Addresses.Account account : addresses.accounts()) {
			line(out, account.role(), account.username() + "   password " + account.password());
		}
		out.println();
		line(out, "All of this", credentials);
		out.println();
		firstScore(out);
		out.println("Ctrl-C stops everything; the data stay.");
		out.flush();
	}

	private void firstScore(PrintWriter out) {
		out.printf("""
				A score of 18 on Maya's quiz reaches her mother's phone within a second:
				  TOKEN=$(curl -s -u %s:%s -d 'grant_type=client_credentials&scope=schoolbell.write' \\
				    %s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
				  curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
				    -d '{"assignment":"story-quiz-3","student":"maya-lopez","points":18}' %s/api/v1/scores

				""".replace("\n", System.lineSeparator()), addresses.client().id(), addresses.client().secret(), addresses.district(),
				addresses.district());
	}

	private static void line(PrintWriter out, String title, Object value) {
		out.printf("  %-14s %s%n", title, value);
	}
}
