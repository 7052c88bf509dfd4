package org.schoolbell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Listens on a free port of this machine, greets whoever comes as a broker does that speaks another protocol, and hangs up. */
final class TestListener implements AutoCloseable {
	private static final byte[] GREETING = "AMQP\0\0\t\1".getBytes(StandardCharsets.US_ASCII);

	private final ServerSocket socket;

	private TestListener(ServerSocket socket) {
		this.socket = socket;
		Thread.ofVirtual().start(this::serve);
	}

	static TestListener plain() throws IOException {
		return new TestListener(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
	}

	/** @param server its key and certificate */
	static TestListener tls(KeyStore server) throws IOException, GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(server, TestAuthority.PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return new TestListener(context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()));
	}

	int port() {
		return socket.getLocalPort();
	}

	private void serve() {
		while (!socket.isClosed()) {
			try (Socket visitor = socket.accept()) {
				visitor.getOutputStream().write(GREETING);
				visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
			} catch (IOException refusedOrClosed) {
				// That is what the visitor is tested for.
			}
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
