package org.schoolbell.district.dispatch.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.random.RandomGenerator;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;

import org.schoolbell.wire.Ciphertext;

/** A browser, or an app that opens sealed messages: a key pair and a secret of its own, and Google's Tink to open with, in which nothing is ours. */
public final class TestBrowser {
	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final KeyPair pair;
	private final byte[] secret = new byte[16];

	public TestBrowser(RandomGenerator random) {
		try {
			pair = new P256(CurveProvider.jdk().provider()).generate();
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
		random.nextBytes(secret);
	}

	/** @return the keys that it gives to whoever may write to it */
	public SealKeys keys() {
		try {
			return new SealKeys(BASE64.encodeToString(new P256(CurveProvider.jdk().provider()).encode(pair.getPublic())),
					BASE64.encodeToString(secret));
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}

	/** @throws AssertionError if it is not for this browser */
	public byte[] open(Ciphertext sealed) {
		try {
			return new WebPushHybridDecrypt.Builder().withAuthSecret(secret).withRecipientPublicKey((ECPublicKey) pair.getPublic())
					.withRecipientPrivateKey((ECPrivateKey) pair.getPrivate()).build().decrypt(sealed.bytes(), null);
		} catch (GeneralSecurityException e) {
			throw new AssertionError("It cannot be opened", e);
		}
	}
}
