package org.schoolbell.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedBrokerTest {
	private static final byte[] BODY = "{}".getBytes(UTF_8);
	@TempDir
	static Path folder;
	private static EmbeddedBroker broker;

	@BeforeAll
	static void start() {
		broker = EmbeddedBroker.start(folder, 0, "north", InstantSource.system());
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	@Test
	void carriesAPushFromTheDistrictAndAReceiptBack() throws Exception {
		try (Connection district = connect(broker.district());
				Channel out = district.createChannel();
				Connection relay = connect(broker.relay());
				Channel in = relay.createChannel()) {
			publishConfirmed(out, "notifications.north", "notifications.north");
			GetResponse push = in.basicGet("notifications.north", true);
			assertThat(push.getBody()).isEqualTo(BODY);
			publishConfirmed(in, "", "receipts.north");
			publishConfirmed(in, "", "notifications.dead");
			assertThat(out.basicGet("receipts.north", true).getBody()).isEqualTo(BODY);
		}
	}

	enum Forbidden {
		ANOTHER_EXCHANGE {
			@Override
			void attempt(Channel channel) throws Exception {
				publishConfirmed(channel, "amq.direct", "notifications.north");
			}
		},
		THE_DEFAULT_EXCHANGE {
			@Override
			void attempt(Channel channel) throws Exception {
				publishConfirmed(channel, "", "receipts.north");
			}
		},
		ANOTHER_ROUTING_KEY {
			@Override
			void attempt(Channel channel) throws Exception {
				publishConfirmed(channel, "notifications.north", "notifications.dead");
			}
		},
		DEAD_LETTERS {
			@Override
			void attempt(Channel channel) throws Exception {
				channel.basicGet("notifications.dead", true);
			}
		},
		ITS_OWN_PUSHES {
			@Override
			void attempt(Channel channel) throws Exception {
				channel.basicGet("notifications.north", true);
			}
		},
		DECLARING {
			@Override
			void attempt(Channel channel) throws Exception {
				channel.queueDeclare("mine", true, false, false, null);
			}
		},
		DELETING {
			@Override
			void attempt(Channel channel) throws Exception {
				channel.queueDelete("receipts.north");
			}
		},
		PURGING {
			@Override
			void attempt(Channel channel) throws Exception {
				channel.queuePurge("notifications.north");
			}
		};

		abstract void attempt(Channel channel) throws Exception;
	}

	@ParameterizedTest
	@EnumSource
	void refusesTheDistrict(Forbidden operation) throws Exception {
		Connection district = connect(broker.district());
		Channel channel = district.createChannel();
		assertThatThrownBy(() -> operation.attempt(channel)).isNotNull();
		assertThat(channel.getCloseReason().getReason().toString()).contains("reply-code=403");
		district.abort();
	}

	@Test
	void keepsOutWhoDoesNotKnowThePassword() {
		BrokerCredentials guess = new BrokerCredentials(broker.relay().username(), new Secret("guess"));
		assertThatThrownBy(() -> connect(guess)).isInstanceOf(IOException.class);
	}

	@Test
	void isNotTrustedByAClientOfAnotherBroker(@TempDir Path other) throws IOException {
		BrokerFolder stranger = new BrokerFolder(other);
		ServerCertificate.provide(stranger, InstantSource.system().instant());
		assertThatThrownBy(() -> BrokerClient.connect("localhost", broker.port(), stranger.certificate(), broker.relay()))
				.isInstanceOf(SSLHandshakeException.class);
	}

	@Test
	void isNotTrustedUnderANameThatItsCertificateLacks() throws Exception {
		SSLSocketFactory sockets = BrokerClient.trusting(broker.certificate()).getSocketFactory();
		try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), broker.port());
				SSLSocket socket = (SSLSocket) sockets.createSocket(plain, "broker.example", broker.port(), true)) {
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			socket.setSSLParameters(parameters);
			assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class).hasMessageContaining("broker.example");
		}
	}

	@Test
	void isTrustedUnderItsAddressToo() throws IOException {
		try (Connection connection = BrokerClient.connect("127.0.0.1", broker.port(), broker.certificate(), broker.relay())) {
			assertThat(connection.isOpen()).isTrue();
		}
	}

	@Test
	void saysThatAPortIsTaken(@TempDir Path other) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatThrownBy(() -> EmbeddedBroker.start(other, taken.getLocalPort(), "north", InstantSource.system()))
					.isInstanceOf(PortTakenException.class).hasMessage("Port " + taken.getLocalPort()
							+ " on localhost is taken by another process: stop that one, or choose another port.");
		}
	}

	@Test
	void refusesASecondOwnerOfItsFolder() {
		assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0, "north", InstantSource.system()))
				.isInstanceOf(FolderInUseException.class);
	}

	@Test
	void refusesADistrictIdThatTheWireDoesNotKnow(@TempDir Path other) {
		assertThatThrownBy(() -> EmbeddedBroker.start(other, 0, "North*", InstantSource.system())).hasMessageContaining("North*");
	}

	@Test
	void startsAgainOnTheSamePortWithItsMessages(@TempDir Path other) throws Exception {
		EmbeddedBroker first = EmbeddedBroker.start(other, 0, "north", InstantSource.system());
		String certificate = Files.readString(first.certificate());
		Connection district = BrokerClient.connect("localhost", first.port(), first.certificate(), first.district());
		publishConfirmed(district.createChannel(), "notifications.north", "notifications.north");
		first.close();
		assertThat(district.isOpen()).isFalse();
		try (EmbeddedBroker second = EmbeddedBroker.start(other, first.port(), "north", InstantSource.system());
				Connection relay = BrokerClient.connect("localhost", second.port(), second.certificate(), second.relay());
				Channel channel = relay.createChannel()) {
			assertThat(channel.basicGet("notifications.north", true).getBody()).isEqualTo(BODY);
			assertThat(Files.readString(second.certificate())).isEqualTo(certificate);
		}
	}

	@Test
	void losesItsMessagesAndNothingElseWhenItIsDeleted(@TempDir Path other) throws Exception {
		BrokerCredentials district;
		try (EmbeddedBroker first = EmbeddedBroker.start(other, 0, "north", InstantSource.system());
				Connection connection = BrokerClient.connect("localhost", first.port(), first.certificate(), first.district())) {
			district = first.district();
			publishConfirmed(connection.createChannel(), "notifications.north", "notifications.north");
			assertThatThrownBy(() -> EmbeddedBroker.delete(other)).isInstanceOf(FolderInUseException.class);
		}
		EmbeddedBroker.delete(other);
		try (EmbeddedBroker second = EmbeddedBroker.start(other, 0, "north", InstantSource.system());
				Connection connection = BrokerClient.connect("localhost", second.port(), second.certificate(), second.relay())) {
			assertThat(connection.createChannel().basicGet("notifications.north", true)).isNull();
			assertThat(second.district()).isEqualTo(district);
		}
	}

	private static Connection connect(BrokerCredentials credentials) throws IOException {
		return BrokerClient.connect("localhost", broker.port(), broker.certificate(), credentials);
	}

	private static void publishConfirmed(Channel channel, String exchange, String key) throws Exception {
		channel.confirmSelect();
		channel.basicPublish(exchange, key, true, MessageProperties.PERSISTENT_BASIC, BODY);
		channel.waitForConfirmsOrDie(10_000);
	}
}
