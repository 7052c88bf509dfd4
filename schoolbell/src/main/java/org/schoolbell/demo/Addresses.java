package org.schoolbell.demo;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program needs to use a demo that is ready; the content of {@code demo-credentials.json}.
 *
 * @param sandbox null where the phones are in another process
 * @param management the district's health and metrics
 * @param accounts one for each role, two parents
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Addresses(URI district, @Nullable URI sandbox, URI broker, URI management, Client client, List<Account> accounts) {
	/** A program that may call the district's API with OAuth 2 client credentials. */
	record Client(String id, String secret) {
		@Override
		public String toString() {
			return "Client[" + id + "]";
		}
	}

	/**
	 * Someone who can sign in.
	 *
	 * @param person of the roster, by sourcedId; null for staff whom the roster does not have
	 */
	record Account(String role, @Nullable String person, String username, String password) {
		@Override
		public String toString() {
			return "Account[" + role + ", " + username + "]";
		}
	}
}
