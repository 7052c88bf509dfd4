package org.schoolbell.district.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLSocketFactory;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import org.schoolbell.embedded.EmbeddedBroker;

/** A port of this machine where a broker that speaks TLS only can be spoken to without: what comes is passed on, encrypted. Never outside of a test. */
public final class PlainBrokerPort implements AutoCloseable {
	private final ServerSocket door;
	private final EmbeddedBroker broker;
	private final SSLSocketFactory tls;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private PlainBrokerPort(ServerSocket door, EmbeddedBroker broker) {
		this.door = door;
		this.broker = broker;
		PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(broker.certificate().toUri().toString());
		this.tls = SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext().getSocketFactory();
	}

	/** Opens one before the broker. */
	public static PlainBrokerPort of(EmbeddedBroker broker) throws IOException {
		PlainBrokerPort plain = new PlainBrokerPort(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), broker);
		Thread.ofVirtual().start(plain::accept);
		return plain;
	}

	public int port() {
		return door.getLocalPort();
	}

	private void accept() {
		while (!door.isClosed()) {
			try {
				Socket client = remembered(door.accept());
				Socket server = remembered(tls.createSocket("localhost", broker.port()));
				Thread.ofVirtual().start(() -> pass(client, server));
				Thread.ofVirtual().start(() -> pass(server, client));
			} catch (IOException closed) {
				// the test has ended, or the broker has: whoever waits at the other end finds out
			}
		}
	}

	private Socket remembered(Socket socket) {
		open.add(socket);
		return socket;
	}

	private void pass(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		} catch (IOException closed) {
			// one end has gone, so both go
		}
	}

	@Override
	public void close() throws IOException {
		door.close();
		for (Socket socket : open) {
			socket.close();
		}
	}
}
