package org.schoolbell.district.dispatch.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The way to the port: name and connection. What it learns of the way, letters tell. For one check. */
final class Network {
	private final String host;
	private final int port;
	private final Duration patience;
	private List<InetAddress> addresses = List.of();

	/** @param patience how long an answer is waited for */
	Network(String host, int port, Duration patience) {
		this.host = host;
		this.port = port;
		this.patience = patience;
	}

	Finding resolve() throws FaultException {
		try {
			addresses = Arrays.asList(InetAddress.getAllByName(host));
			return Finding.passed(Wording.of("check.found.addresses", "addresses", addresses()));
		} catch (UnknownHostException e) {
			throw new FaultException(Fault.HOST_UNKNOWN, e, "host", host);
		}
	}

	Finding reach() throws FaultException {
		try (Socket _ = connect()) {
			return Finding.passed(Wording.of("check.found.open"));
		} catch (IOException e) {
			throw new FaultException(fault(e), e, "port", String.valueOf(port), "seconds", patience.toSeconds());
		}
	}

	/** @return a connection to the first address, which is the one that the server takes; the caller closes it */
	Socket connect() throws IOException {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(addresses.getFirst(), port), (int) patience.toMillis());
			socket.setSoTimeout((int) patience.toMillis());
			return socket;
		} catch (IOException e) {
			socket.close();
			throw e;
		}
	}

	private static Fault fault(IOException failure) {
		String message = String.valueOf(failure.getMessage());
		return switch (failure) {
			case SocketTimeoutException _ -> Fault.NO_ANSWER;
			case NoRouteToHostException _ -> Fault.NO_ROUTE;
			case ConnectException _ when message.contains("refused") -> Fault.REFUSED;
			case ConnectException _ when message.contains("timed out") -> Fault.NO_ANSWER;
			default -> Fault.NO_ROUTE;
		};
	}

	/** @return the host with what it stands for, as far as that is known */
	String to() {
		String known = addresses();
		return known.isEmpty() || known.equals(host) ? host : host + " (" + known + ")";
	}

	/** @return this server, as a firewall sees it: its name, and the address that it sends from */
	String from() {
		String address = addresses.isEmpty() ? "" : source(addresses.getFirst());
		String name = name();
		return address.isEmpty() || address.equals(name) ? name : name + " (" + address + ")";
	}

	private String addresses() {
		return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
	}

	private static String name() {
		try {
			return InetAddress.getLocalHost().getHostName();
		} catch (UnknownHostException unnamed) {
			return "localhost";
		}
	}

	/** Connecting a datagram socket chooses the way and sends nothing. */
	private String source(InetAddress target) {
		try (DatagramSocket socket = new DatagramSocket()) {
			socket.connect(target, port);
			return socket.getLocalAddress().isAnyLocalAddress() ? "" : socket.getLocalAddress().getHostAddress();
		} catch (IOException | java.io.UncheckedIOException noWay) {
			return "";
		}
	}
}
