package org.schoolbell.district.dispatch.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;

import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes on elliptic curves: Conscrypt, made of native code, where there is some for this machine, else the JDK, which takes more than ten times as
 * long. It is asked by name and never installed, so that TLS and everything else stay with the JDK.
 *
 * @param name with its version, for logs and figures
 */
public record CurveProvider(Provider provider, String name) {
	private static final Logger LOG = LoggerFactory.getLogger(CurveProvider.class);

	/** @return the fastest that works on this machine */
	public static CurveProvider fastest() {
		return conscrypt().orElseGet(CurveProvider::jdk);
	}

	/** @return what every JDK has */
	public static CurveProvider jdk() {
		return new CurveProvider(Security.getProvider("SunEC"), "JDK " + Runtime.version().feature());
	}

	/** Native code that does not load, or loads and does not work, is no reason not to start. */
	private static Optional<CurveProvider> conscrypt() {
		try {
			Conscrypt.checkAvailability();
			Provider provider = Conscrypt.newProvider();
			selfTest(new P256(provider));
			Conscrypt.Version version = Conscrypt.version();
			return Optional.of(new CurveProvider(provider, "Conscrypt " + version.major() + "." + version.minor() + "." + version.patch()));
		} catch (GeneralSecurityException | RuntimeException | LinkageError e) {
			LOG.debug("Native code for elliptic curves does not work on this machine", e);
			return Optional.empty();
		}
	}

	private static void selfTest(P256 curve) throws GeneralSecurityException {
		KeyPair pair = curve.generate();
		curve.agree(pair.getPrivate(), curve.decode(curve.encode(pair.getPublic())));
	}
}
