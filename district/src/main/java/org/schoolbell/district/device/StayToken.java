package org.schoolbell.district.device;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a device shows to stay logged in: a series of 128 random bits that names the session, and a secret of 256 bits that is another after each use.
 * The device keeps it, the database the hashes of both; redacted in text.
 */
public record StayToken(String value) {
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
	private static final int SERIES_BYTES = 16;
	private static final int SECRET_BYTES = 32;
	private static final int SERIES_CHARACTERS = 22;

	/** @throws IllegalArgumentException if it has another form */
	public StayToken {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("This is no token of a device.");
		}
	}

	static StayToken random(SecureRandom random) {
		return new StayToken(text(bytes(random, SERIES_BYTES)) + "." + text(bytes(random, SECRET_BYTES)));
	}

	/** @return the token of this text, empty if it is none */
	public static Optional<StayToken> of(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new StayToken(text)) : Optional.empty();
	}

	/**
	 * The token that follows this one. Whoever shows this one again is given the very same, and nobody can make it from what the database has: the salt
	 * is there, this secret is not.
	 */
	StayToken next(byte[] salt) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
			return new StayToken(series() + "." + text(mac.doFinal(salt)));
		} catch (NoSuchAlgorithmException | InvalidKeyException e) {
			throw new IllegalStateException(e);
		}
	}

	static byte[] salt(SecureRandom random) {
		return bytes(random, SERIES_BYTES);
	}

	byte[] seriesHash() {
		return hash(series());
	}

	byte[] secretHash() {
		return hash(secret());
	}

	String secretHex() {
		return HexFormat.of().formatHex(secretHash());
	}

	private String series() {
		return value.substring(0, SERIES_CHARACTERS);
	}

	private String secret() {
		return value.substring(SERIES_CHARACTERS + 1);
	}

	private static byte[] hash(String text) {
		return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] bytes(SecureRandom random, int count) {
		byte[] bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	@Override
	public String toString() {
		return "StayToken[redacted]";
	}
}
