package org.schoolbell.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server on this machine that can be cut at any moment and stay cut for a while. */
final class TestingProxy implements AutoCloseable {
	private final ServerSocket door;
	private final int target;
	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
	private volatile boolean down;

	TestingProxy(int target) throws IOException {
		this.target = target;
		this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.startVirtualThread(this::accept);
	}

	int port() {
		return door.getLocalPort();
	}

	/** Ends every connection at once, as a broken cable would. */
	void cut() {
		for (Socket socket : sockets) {
			quietly(socket);
		}
	}

	/** From now on nobody gets through. */
	void down() {
		down = true;
		cut();
	}

	void up() {
		down = false;
	}

	private void accept() {
		try {
			while (true) {
				Socket near = door.accept();
				if (down) {
					quietly(near);
				} else {
					connect(near);
				}
			}
		} catch (IOException _) {
			// Closed.
		}
	}

	private void connect(Socket near) throws IOException {
		Socket far = new Socket();
		far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
		sockets.add(near);
		sockets.add(far);
		Thread.startVirtualThread(() -> copy(near, far));
		Thread.startVirtualThread(() -> copy(far, near));
	}

	private void copy(Socket from, Socket to) {
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		} catch (IOException _) {
			// Cut.
		} finally {
			quietly(from);
			quietly(to);
		}
	}

	private void quietly(Socket socket) {
		sockets.remove(socket);
		try {
			socket.close();
		} catch (IOException _) {
			// It is gone either way.
		}
	}

	@Override
	public void close() throws IOException {
		door.close();
		cut();
	}
}
