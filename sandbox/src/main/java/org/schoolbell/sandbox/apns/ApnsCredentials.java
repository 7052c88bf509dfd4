package org.schoolbell.sandbox.apns;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.tls.CredentialFolder;
import org.schoolbell.sandbox.tls.TlsFiles;

/**
 * The files that the two ends of a connection need.
 *
 * @param verificationKey PEM, what a sender's tokens are verified with
 * @param signingKey PKCS #8 in PEM, what the sender signs them with; null if only the sender has it
 */
record ApnsCredentials(TlsFiles tls, Path verificationKey, @Nullable Path signingKey) {
	/** Those of the settings, and made ones where the settings name none. */
	static ApnsCredentials of(ApnsSettings settings, CredentialFolder folder) throws IOException {
		TlsFiles tls = settings.tls() == null ? folder.tls("apns") : ownTls(settings.tls());
		if (settings.verificationKey() != null) {
			return new ApnsCredentials(tls, settings.verificationKey(), null);
		}
		CredentialFolder.KeyFiles keys = folder.authKey(settings.keyId());
		return new ApnsCredentials(tls, keys.verificationKey(), keys.signingKey());
	}

	private static TlsFiles ownTls(ApnsSettings.Tls tls) {
		return new TlsFiles(tls.certificate(), tls.certificate(), tls.privateKey());
	}
}
