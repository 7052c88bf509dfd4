package org.schoolbell.district.dispatch.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.schoolbell.wire.Ciphertext;

/**
 * Seals messages for one device each, in one record of {@code aes128gcm} (RFC 8188) with keys agreed as RFC 8291 says; each with a key pair and a salt of its
 * own, so the same message never looks the same. Immutable and thread-safe.
 *
 * <p>A message is padded to 512, 1024 or 2048 bytes with its delimiter, so that its length says nearly nothing, and never beyond: browsers on Android take
 * little more.
 */
public final class Sealer {
	/** Bytes of the longest message. */
	public static final int LONGEST = 2047;
	private static final int[] PADDED = {512, 1024, LONGEST + 1};
	private static final int SALT = 16;
	private static final int RECORD_SIZE = 4096;
	private static final int KEY = 16;
	private static final int NONCE = 12;
	private static final int TAG_BITS = 128;
	private static final int SHA_256 = 32;
	private static final byte LAST_RECORD = 2;
	private static final byte[] KEY_INFO = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] CONTENT_KEY = "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] CONTENT_NONCE = "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII);

	private final P256 curve;
	private final SecureRandom random = new SecureRandom();

	/** @param provider of elliptic curves, where nearly all of the time goes */
	public Sealer(CurveProvider provider) {
		curve = new P256(provider.provider());
	}

	/**
	 * @param message at most {@link #LONGEST} bytes
	 * @throws IllegalArgumentException if it is longer
	 * @throws UnsealableException if the device's key is no point of the curve
	 */
	public Ciphertext seal(SealKeys device, byte[] message) {
		int padded = Arrays.stream(PADDED).filter(size -> message.length < size).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("A message has at most " + LONGEST + " bytes, not " + message.length));
		byte[] salt = new byte[SALT];
		random.nextBytes(salt);
		try {
			return Ciphertext.of(seal(device, message, padded, curve.generate(), salt));
		} catch (GeneralSecurityException _) {
			// All other steps work with what was made here, and the original may describe the key.
			throw new UnsealableException();
		}
	}

	/** The names are those of RFC 8291, section 3.4: {@code ua} is the device, {@code as} is the district. */
	byte[] seal(SealKeys device, byte[] message, int padded, KeyPair as, byte[] salt) throws GeneralSecurityException {
		byte[] uaPublic = device.point();
		byte[] asPublic = curve.encode(as.getPublic());
		PublicKey ua = curve.decode(uaPublic);
		byte[] secret = curve.agree(as.getPrivate(), ua);
		KDF hkdf = KDF.getInstance("HKDF-SHA256");
		byte[] keyInfo = ByteBuffer.allocate(KEY_INFO.length + 2 * P256.POINT).put(KEY_INFO).put(uaPublic).put(asPublic).array();
		byte[] ikm = hkdf
				.deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(device.secretBytes()).thenExpand(keyInfo, SHA_256));
		SecretKey prk = hkdf.deriveKey("Generic", HKDFParameterSpec.ofExtract().addIKM(ikm).addSalt(salt).extractOnly());
		byte[] key = hkdf.deriveData(HKDFParameterSpec.expandOnly(prk, CONTENT_KEY, KEY));
		byte[] nonce = hkdf.deriveData(HKDFParameterSpec.expandOnly(prk, CONTENT_NONCE, NONCE));
		byte[] record = encrypted(key, nonce, delimited(message, padded));
		return ByteBuffer.allocate(SALT + Integer.BYTES + 1 + P256.POINT + record.length).put(salt).putInt(RECORD_SIZE)
				.put((byte) P256.POINT).put(asPublic).put(record).array();
	}

	/** The message, the delimiter of the last record, zeros. */
	private static byte[] delimited(byte[] message, int padded) {
		byte[] content = Arrays.copyOf(message, padded);
		content[message.length] = LAST_RECORD;
		return content;
	}

	private static byte[] encrypted(byte[] key, byte[] nonce, byte[] content) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
		return cipher.doFinal(content);
	}
}
