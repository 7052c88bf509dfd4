package org.schoolbell.relay.apns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsTopic;

/**
 * How the relay signs in at Apple, and for which apps.
 *
 * @param teamId
 *            the ten characters of the developer team
 * @param keyId
 *            the ten characters of the signing key
 * @param keyFile
 *            the {@code .p8} file that Apple gave with the key
 * @param topics
 *            bundle ids of the publisher's apps
 * @param environments
 *            Apple's services to use; by default production alone
 * @param answerTimeout
 *            after this long without an answer the connection counts as lost
 */
public record ApnsSettings(String teamId, String keyId, Path keyFile, Set<ApnsTopic> topics, List<Endpoint> environments,
		@DefaultValue("10s") Duration answerTimeout) {

	/**
	 * One of Apple's services.
	 *
	 * @param host
	 *            by default Apple's own for the environment
	 * @param sslBundle
	 *            names the Spring SSL bundle whose trust store signs the host's certificate; by default the JVM's authorities
	 */
	public record Endpoint(ApnsEnvironment environment, @Nullable String host, @DefaultValue("443") int port,
			@Nullable String sslBundle) {
		String address() {
			if (host != null) {
				return host;
			}
			return switch (environment) {
				case PRODUCTION -> "api.push.apple.com";
				case SANDBOX -> "api.sandbox.push.apple.com";
			};
		}
	}

	@SuppressWarnings("ConstantValue") // The binder passes null for what the configuration leaves out.
	public ApnsSettings {
		require(teamId != null && !teamId.isBlank(), "team-id is missing: the ten characters of the developer team");
		require(keyId != null && !keyId.isBlank(), "key-id is missing: the ten characters of the signing key");
		require(keyFile != null, "key-file is missing: the path of the .p8 file that Apple gave with the key");
		require(topics != null && !topics.isEmpty(), "topics is empty: name the bundle ids of the apps to push to");
		topics = Set.copyOf(topics);
		environments = environments == null || environments.isEmpty()
				? List.of(new Endpoint(ApnsEnvironment.PRODUCTION, null, 443, null))
				: List.copyOf(environments);
		require(environments.stream().map(Endpoint::environment).distinct().count() == environments.size(),
				"environments names one environment twice");
		require(answerTimeout.isPositive(), "answer-timeout is a positive duration such as 10s");
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.relay.apns: " + rule);
		}
	}
}
