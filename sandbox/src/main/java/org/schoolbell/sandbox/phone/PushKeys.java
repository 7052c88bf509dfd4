package org.schoolbell.sandbox.phone;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** What a browser makes when it subscribes (RFC 8291): a P-256 key pair and the authentication secret, 16 bytes. Immutable. */
public final class PushKeys {
	private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
	private static final int AUTH_BYTES = 16;
	private static final int COORDINATE_BYTES = 32;
	private static final int UNCOMPRESSED = 4;

	private final ECPublicKey publicKey;
	private final ECPrivateKey privateKey;
	private final byte[] auth;

	private PushKeys(ECPublicKey publicKey, ECPrivateKey privateKey, byte[] auth) {
		this.publicKey = publicKey;
		this.privateKey = privateKey;
		this.auth = auth;
	}

	/** Fresh ones. */
	public static PushKeys random() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair pair = generator.generateKeyPair();
			byte[] auth = new byte[AUTH_BYTES];
			new SecureRandom().nextBytes(auth);
			return new PushKeys((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate(), auth);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("this JDK makes no P-256 keys", e);
		}
	}

	public ECPublicKey publicKey() {
		return publicKey;
	}

	public ECPrivateKey privateKey() {
		return privateKey;
	}

	public byte[] auth() {
		return auth.clone();
	}

	/** The public key as {@code PushSubscription.getKey("p256dh")} gives it, in base64url. */
	public String p256dh() {
		ByteArrayOutputStream point = new ByteArrayOutputStream();
		point.write(UNCOMPRESSED);
		point.writeBytes(coordinate(publicKey.getW().getAffineX()));
		point.writeBytes(coordinate(publicKey.getW().getAffineY()));
		return BASE64URL.encodeToString(point.toByteArray());
	}

	/** The secret as {@code PushSubscription.getKey("auth")} gives it, in base64url. */
	public String authSecret() {
		return BASE64URL.encodeToString(auth);
	}

	private static byte[] coordinate(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[COORDINATE_BYTES];
		int length = Math.min(bytes.length, COORDINATE_BYTES);
		System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
		return fixed;
	}

	@Override
	public String toString() {
		return "PushKeys[hidden]";
	}
}
