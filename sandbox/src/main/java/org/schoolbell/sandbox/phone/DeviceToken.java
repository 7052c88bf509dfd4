package org.schoolbell.sandbox.phone;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a push is addressed to: 64 lower-case hexadecimal digits. Apple's own have no fixed length; the independent check that the
 * APNs stand-in uses knows this one.
 */
public record DeviceToken(@JsonValue String value) {
	private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

	@JsonCreator
	public DeviceToken {
		if (!HEX.matcher(value).matches()) {
			throw new IllegalArgumentException("a token has 64 hexadecimal digits in lower case, this one has %d characters%s"
					.formatted(value.length(), value.length() == 64 ? ", not all of them such digits" : ""));
		}
	}

	/** One that nobody has. */
	public static DeviceToken random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return new DeviceToken(HexFormat.of().formatHex(bytes));
	}

	/** Whoever holds a token can push to the phone, so it stays out of logs. */
	@Override
	public String toString() {
		return "DeviceToken[hidden]";
	}
}
