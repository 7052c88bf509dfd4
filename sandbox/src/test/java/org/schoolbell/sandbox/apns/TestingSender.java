package org.schoolbell.sandbox.apns;

import java.io.File;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/** A real sender: Pushy's client over TLS, which trusts the stand-in's certificate alone and checks its name. */
public final class TestingSender implements AutoCloseable {
	static final long PATIENCE_SECONDS = 10;
	/** Shared, since a group of a client's own takes two seconds to end. */
	@SuppressWarnings("deprecation") // The only kind that this version of Pushy knows.
	private static final EventLoopGroup THREADS = new NioEventLoopGroup(1, new DefaultThreadFactory("sender", true));
	private final ApnsClient client;
	private final String topic;

	private TestingSender(ApnsClient client, String topic) {
		this.client = client;
		this.topic = topic;
	}

	public static TestingSender to(ApnsStandIn apns) throws Exception {
		return with(apns, apns.signingKey());
	}

	static TestingSender with(ApnsStandIn apns, Path signingKey) throws Exception {
		return with(apns, ApnsSigningKey.loadFromPkcs8File(signingKey.toFile(), apns.teamId(), apns.keyId()));
	}

	/** One who has the right key's name, but not the key. */
	static TestingSender withForeignKey(ApnsStandIn apns) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		ECPrivateKey foreign = (ECPrivateKey) generator.generateKeyPair().getPrivate();
		return with(apns, new ApnsSigningKey(apns.keyId(), apns.teamId(), foreign));
	}

	private static TestingSender with(ApnsStandIn apns, ApnsSigningKey key) throws Exception {
		File certificate = apns.certificate().toFile();
		ApnsClient client = new ApnsClientBuilder().setApnsServer("localhost", apns.port()).setTrustedServerCertificateChain(certificate)
				.setSigningKey(key).setGracefulShutdownTimeout(Duration.ofMillis(200)).setEventLoopGroup(THREADS).build();
		return new TestingSender(client, apns.topic());
	}

	/** A push as the contract wants it, to be varied. */
	public Push to(String token) {
		return new Push(token, topic, "{\"aps\":{\"alert\":{\"title\":\"Maya: 18 of 20 on Unit 3 Quiz\",\"body\":\"90% in Algebra I.\"},"
				+ "\"sound\":\"default\",\"badge\":3},\"link\":\"/n/1\"}", UUID.randomUUID(), null, PushType.ALERT,
				Instant.now().plus(1, ChronoUnit.HOURS));
	}

	public CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>> start(Push push) {
		return client.sendNotification(new SimpleApnsPushNotification(push.token, push.topic, push.payload, push.expires,
				DeliveryPriority.IMMEDIATE, push.type, push.collapse, push.id));
	}

	public PushNotificationResponse<SimpleApnsPushNotification> send(Push push)
			throws InterruptedException, ExecutionException, TimeoutException {
		return start(push).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		client.close().join();
	}

	public record Push(String token, String topic, String payload, @Nullable UUID id, @Nullable String collapse, @Nullable PushType type,
			@Nullable Instant expires) {
		public Push topic(String other) {
			return new Push(token, other, payload, id, collapse, type, expires);
		}

		public Push payload(String other) {
			return new Push(token, topic, other, id, collapse, type, expires);
		}

		public Push id(@Nullable UUID other) {
			return new Push(token, topic, payload, other, collapse, type, expires);
		}

		public Push collapse(String other) {
			return new Push(token, topic, payload, id, other, type, expires);
		}

		public Push type(@Nullable PushType other) {
			return new Push(token, topic, payload, id, collapse, other, expires);
		}

		public Push expires(@Nullable Instant other) {
			return new Push(token, topic, payload, id, collapse, type, other);
		}
	}
}
