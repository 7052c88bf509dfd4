import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens a sealed payload, as an app does: RFC 8291 with one record of aes128gcm (RFC 8188). With a JDK of 17 or later:
 *
 * <pre>java docs/OpenSealed.java PRIVATE_KEY P256DH AUTH SEALED</pre>
 *
 * All four are base64url. The private key is the 32 bytes of its number; a phone keeps it in its key store.
 */
class OpenSealed {
	public static void main(String[] arguments) throws Exception {
		if (arguments.length != 4) {
			System.err.println("Usage: java OpenSealed.java PRIVATE_KEY P256DH AUTH SEALED (all base64url)");
			System.exit(2);
		}
		byte[][] given = Arrays.stream(arguments).map(Base64.getUrlDecoder()::decode).toArray(byte[][]::new);
		byte[] message = open(given[0], given[1], given[2], given[3]);
		System.out.write(message);
		System.out.flush();
	}

	/** Throws AEADBadTagException if it is not for this device or was changed on the way. */
	static byte[] open(byte[] privateKey, byte[] p256dh, byte[] auth, byte[] sealed) throws Exception {
		// The header of RFC 8188: salt, record size, length of the key's name, and as that name the sender's point.
		ByteBuffer in = ByteBuffer.wrap(sealed);
		byte[] salt = take(in, 16);
		in.getInt();
		byte[] sender = take(in, in.get());
		byte[] record = take(in, in.remaining());

		byte[] ikm = hkdf(auth, agree(privateKey, sender), join(ascii("WebPush: info\0"), p256dh, sender), 32);
		byte[] key = hkdf(salt, ikm, ascii("Content-Encoding: aes128gcm\0"), 16);
		byte[] nonce = hkdf(salt, ikm, ascii("Content-Encoding: nonce\0"), 12);
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
		byte[] content = cipher.doFinal(record);

		// The message, a 2, and zeros that hide how long it is.
		int end = content.length - 1;
		while (end > 0 && content[end] == 0) {
			end--;
		}
		if (content[end] != 2) {
			throw new IllegalArgumentException("The record does not end as the last one does");
		}
		return Arrays.copyOf(content, end);
	}

	static byte[] agree(byte[] privateKey, byte[] point) throws Exception {
		AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
		parameters.init(new ECGenParameterSpec("secp256r1"));
		ECParameterSpec p256 = parameters.getParameterSpec(ECParameterSpec.class);
		KeyFactory keys = KeyFactory.getInstance("EC");
		PrivateKey own = keys.generatePrivate(new ECPrivateKeySpec(new BigInteger(1, privateKey), p256));
		PublicKey other = keys.generatePublic(new ECPublicKeySpec(
				new ECPoint(new BigInteger(1, Arrays.copyOfRange(point, 1, 33)), new BigInteger(1, Arrays.copyOfRange(point, 33, 65))), p256));
		KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
		agreement.init(own);
		agreement.doPhase(other, true);
		return agreement.generateSecret();
	}

	/** HKDF with SHA-256 (RFC 5869) for at most 32 bytes, which is one round. */
	static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws Exception {
		return Arrays.copyOf(hmac(hmac(salt, secret), join(info, new byte[]{1})), length);
	}

	static byte[] hmac(byte[] key, byte[] message) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(message);
	}

	static byte[] join(byte[]... parts) {
		ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
		Arrays.stream(parts).forEach(joined::put);
		return joined.array();
	}

	static byte[] take(ByteBuffer in, int length) {
		byte[] taken = new byte[length];
		in.get(taken);
		return taken;
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
