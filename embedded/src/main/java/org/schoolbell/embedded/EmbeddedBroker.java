package org.schoolbell.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AMQP 0-9-1 broker (Qpid Broker-J) in this JVM that speaks TLS only, on the loopback interface only. Queues and persistent messages are kept in its folder
 * and survive {@code kill -9}. The certificate and a password for each user are made on first start; the queues of the one district are there when it is up.
 *
 * <p>It is the same wire protocol as RabbitMQ and not the same broker: it ignores delivery limits and quorum arguments, a forbidden operation closes the
 * whole connection, and nobody's right to bind a queue is checked, which is why it serves one district only. Closed, it can be started again on the same folder and port. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
	private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
	private static final String HOST = "localhost";

	private final FolderLock lock;
	private final BrokerFolder folder;
	private final BrokerConfiguration configuration;
	private final BrokerProcess process;

	private EmbeddedBroker(FolderLock lock, BrokerConfiguration configuration, BrokerProcess process) {
		this.lock = lock;
		this.folder = configuration.folder();
		this.configuration = configuration;
		this.process = process;
	}

	/**
	 * Starts the broker, connects to it as a client would, and declares the queues.
	 *
	 * @param port 0 takes a free one
	 * @param district an id that matches {@code [a-z0-9-]{1,40}}
	 * @param clock for the certificate's validity
	 * @throws FolderInUseException where another process has the folder
	 * @throws EmbeddedServiceException where the port is taken or the broker does not accept its own client
	 */
	public static EmbeddedBroker start(Path folder, int port, String district, InstantSource clock) {
		BrokerFolder broker = new BrokerFolder(folder.toAbsolutePath());
		Topology topology = new Topology(district);
		try {
			broker.create();
			FolderLock lock = FolderLock.take(folder);
			try {
				ServerCertificate.provide(broker, clock.instant());
				BrokerConfiguration configuration = new BrokerConfiguration(broker, free(port), topology,
						new BrokerCredentials("administrator", Secret.random()));
				return launch(lock, configuration);
			} catch (IOException | RuntimeException e) {
				lock.close();
				throw e;
			}
		} catch (IOException e) {
			throw new EmbeddedServiceException("The AMQP broker did not start in " + folder + ".", e);
		}
	}

	/** Broker-J reports a port that is taken only in its log, so it is tried here first; a free one is chosen here too, since it must be in the file. */
	private static int free(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(HOST, new byte[]{127, 0, 0, 1}))) {
			return socket.getLocalPort();
		} catch (IOException e) {
			throw new PortTakenException(port, e);
		}
	}

	private static EmbeddedBroker launch(FolderLock lock, BrokerConfiguration configuration) throws IOException {
		BrokerFolder folder = configuration.folder();
		configuration.write();
		EmbeddedBroker broker = new EmbeddedBroker(lock, configuration, new BrokerProcess());
		try {
			broker.process.start(folder);
			broker.declare();
		} catch (Exception e) {
			broker.process.stop();
			throw new IOException("Broker-J failed", e);
		}
		log.info("AMQP broker listens on {}, messages in {}", broker.uri(), folder.root());
		return broker;
	}

	/** Also the check that it really accepts: a broken key store or user shows here, and nowhere else but in the log. */
	private void declare() throws IOException, TimeoutException {
		try (Connection connection = BrokerClient.connect(HOST, port(), certificate(), configuration.administrator());
				Channel channel = connection.createChannel()) {
			configuration.topology().declare(channel);
		}
	}

	/**
	 * Removes queues and messages for good; certificate and passwords stay. The next start makes the queues anew.
	 *
	 * @throws FolderInUseException where a process has the folder
	 */
	public static void delete(Path folder) {
		BrokerFolder known = new BrokerFolder(folder.toAbsolutePath());
		try {
			known.create();
			try (FolderLock _ = FolderLock.take(folder)) {
				DatabaseFolder.deleteTree(known.store());
			}
		} catch (IOException e) {
			throw new EmbeddedServiceException("The broker's messages in " + folder + " could not be removed.", e);
		}
	}

	/** {@code amqps://localhost:PORT}, without credentials. Clients name the virtual host {@link #virtualHost()}. */
	public URI uri() {
		return URI.create("amqps://" + HOST + ":" + port());
	}

	public int port() {
		return configuration.port();
	}

	public String virtualHost() {
		return BrokerConfiguration.VIRTUAL_HOST;
	}

	/** The PEM file with the one certificate that clients trust; it names {@code localhost}, {@code 127.0.0.1} and {@code ::1}. */
	public Path certificate() {
		return folder.certificate();
	}

	/** The relay's user: takes pushes, writes receipts and dead letters, and may look at the latter. */
	public BrokerCredentials relay() {
		return read(BrokerFolder::relay);
	}

	/** The district's user: publishes to its own exchange, takes its own receipts. */
	public BrokerCredentials district() {
		return read(broker -> broker.district(configuration.topology().district()));
	}

	/** The owner, who may do everything; the password is of this start alone and nowhere written but in the broker's own configuration. */
	public BrokerCredentials administrator() {
		return configuration.administrator();
	}

	private BrokerCredentials read(CredentialsFile file) {
		try {
			return file.read(folder);
		} catch (IOException e) {
			throw new EmbeddedServiceException("A password in " + folder.root() + " cannot be read.", e);
		}
	}

	/** Stops the broker; connections are closed, messages are kept. Closing twice does nothing. */
	@Override
	public void close() {
		process.stop();
		lock.close();
	}

	@FunctionalInterface
	private interface CredentialsFile {
		BrokerCredentials read(BrokerFolder folder) throws IOException;
	}
}
