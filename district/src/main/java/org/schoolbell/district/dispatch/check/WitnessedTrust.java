package org.schoolbell.district.dispatch.check;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Decides as another does, the host's name included, and lets a witness see what was presented, also where it is refused. Thread-safe. */
final class WitnessedTrust extends X509ExtendedTrustManager {
	private final X509ExtendedTrustManager trust;
	private final Witness witness;

	/** Who sees certificates. */
	static final class Witness {
		private final AtomicReference<Optional<X509Certificate>> seen = new AtomicReference<>(Optional.empty());

		/** @return the server's own certificate */
		Optional<X509Certificate> leaf() {
			return seen.get();
		}

		private void see(X509Certificate[] chain) {
			if (chain.length > 0) {
				seen.set(Optional.of(chain[0]));
			}
		}
	}

	WitnessedTrust(X509ExtendedTrustManager trust, Witness witness) {
		this.trust = trust;
		this.witness = witness;
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		witness.see(chain);
		trust.checkServerTrusted(chain, authType, socket);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		witness.see(chain);
		trust.checkServerTrusted(chain, authType, engine);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		witness.see(chain);
		trust.checkServerTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		trust.checkClientTrusted(chain, authType, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		trust.checkClientTrusted(chain, authType, engine);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		trust.checkClientTrusted(chain, authType);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return trust.getAcceptedIssuers();
	}
}
