package org.schoolbell.district.dispatch.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.KeyAgreement;

/** The curve of Web Push, by one provider: key pairs, points as 65 bytes (uncompressed, SEC 1), key agreement. Immutable and thread-safe. */
final class P256 {
	/** Bytes of a point. */
	static final int POINT = 65;
	/** What stands before the point in an encoded public key of this curve (RFC 5480). */
	private static final byte[] PREFIX = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

	private final Provider provider;

	P256(Provider provider) {
		this.provider = provider;
	}

	KeyPair generate() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	/** @throws GeneralSecurityException if these bytes are no point; whether it lies on the curve is said by this or by {@link #agree} */
	PublicKey decode(byte[] point) throws GeneralSecurityException {
		byte[] encoded = ByteBuffer.allocate(PREFIX.length + point.length).put(PREFIX).put(point).array();
		return KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(encoded));
	}

	byte[] encode(PublicKey key) throws GeneralSecurityException {
		byte[] encoded = key.getEncoded();
		if (encoded.length != PREFIX.length + POINT) {
			throw new InvalidKeyException("A public key of this curve has " + (PREFIX.length + POINT) + " bytes");
		}
		return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
	}

	/** @throws GeneralSecurityException if the other's key is not on the curve */
	byte[] agree(PrivateKey own, PublicKey other) throws GeneralSecurityException {
		KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
		agreement.init(own);
		agreement.doPhase(other, true);
		return agreement.generateSecret();
	}
}
