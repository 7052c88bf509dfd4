package org.schoolbell.sandbox.webpush;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;

import org.schoolbell.sandbox.phone.PushKeys;

/** Opens {@code aes128gcm} records as a browser does (RFC 8291), by Google's Tink. */
final class Unsealing {
	/** Salt, then the record size. */
	private static final int RECORD_SIZE_AT = 16;

	private Unsealing() {
	}

	/** The plaintext without its padding; empty if these keys do not open it. */
	static Optional<byte[]> open(SealedMessage message, PushKeys keys) {
		byte[] body = message.body();
		if (body.length < RECORD_SIZE_AT + Integer.BYTES) {
			return Optional.empty();
		}
		try {
			return Optional.of(new WebPushHybridDecrypt.Builder().withRecipientPublicKey(keys.publicKey())
					.withRecipientPrivateKey(keys.privateKey()).withAuthSecret(keys.auth())
					.withRecordSize(ByteBuffer.wrap(body).getInt(RECORD_SIZE_AT)).build().decrypt(body, null));
		} catch (GeneralSecurityException | IllegalArgumentException _) {
			return Optional.empty();
		}
	}
}
