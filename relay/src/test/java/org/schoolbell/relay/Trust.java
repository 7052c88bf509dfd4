package org.schoolbell.relay;

import java.nio.file.Path;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Trust in one certificate, from its PEM file. */
final class Trust {
	private Trust() {
	}

	static SSLContext of(Path certificate) throws GeneralSecurityException {
		PemSslStoreDetails details = PemSslStoreDetails.forCertificate(certificate.toUri().toString());
		return SslBundle.of(new PemSslStoreBundle(null, details)).createSslContext();
	}
}
