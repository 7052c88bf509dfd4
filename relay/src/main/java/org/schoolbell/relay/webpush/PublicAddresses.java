package org.schoolbell.relay.webpush;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import okhttp3.Dns;

/**
 * Resolves hosts, and refuses one of which any address is not the internet's: whoever rules a name must not turn the relay on its own network. The client
 * connects to what this returns and asks no second time. Stateless.
 *
 * <p>Source: the IANA special-purpose address registries (RFC 6890).
 */
final class PublicAddresses implements Dns {
	private final Dns resolver;

	PublicAddresses(Dns resolver) {
		this.resolver = resolver;
	}

	@Override
	public List<InetAddress> lookup(String host) throws UnknownHostException {
		List<InetAddress> addresses = resolver.lookup(host);
		if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
			throw new PrivateAddressException();
		}
		return addresses;
	}

	static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
				|| address.isMulticastAddress()) {
			return false;
		}
		return switch (address) {
			case Inet4Address _ -> isPublic4(address.getAddress());
			case Inet6Address _ -> isPublic6(address.getAddress());
			default -> false;
		};
	}

	private static boolean isPublic4(byte[] bytes) {
		int first = bytes[0] & 0xff;
		int second = bytes[1] & 0xff;
		int third = bytes[2] & 0xff;
		boolean thisNetwork = first == 0;
		boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
		boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
		boolean benchmarks = first == 198 && (second & 0xfe) == 18;
		boolean examples = (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
		boolean reserved = first >= 240;
		return !(thisNetwork || carrierGrade || protocols || benchmarks || examples || reserved);
	}

	/** Only what is given out as global unicast, less its parts for tunnels, tests and examples; and an IPv4 address behind NAT64 as itself. */
	private static boolean isPublic6(byte[] bytes) {
		if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
			try {
				return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
			} catch (UnknownHostException e) {
				throw new IllegalStateException("four bytes are an address", e);
			}
		}
		boolean global = (bytes[0] & 0xe0) == 0x20;
		boolean protocols = startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0;
		boolean examples = startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) || startsWith(bytes, 0x3f, 0xff);
		boolean sixToFour = startsWith(bytes, 0x20, 0x02);
		return global && !protocols && !examples && !sixToFour;
	}

	private static boolean startsWith(byte[] bytes, int... prefix) {
		for (int i = 0; i < prefix.length; i++) {
			if ((bytes[i] & 0xff) != prefix[i]) {
				return false;
			}
		}
		return true;
	}

	/** Names neither host nor address: it may end up in a log. */
	static final class PrivateAddressException extends UnknownHostException {
		PrivateAddressException() {
			super("resolves to an address that is not the internet's");
		}
	}
}
