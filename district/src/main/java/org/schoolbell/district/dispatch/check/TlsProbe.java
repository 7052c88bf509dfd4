package org.schoolbell.district.dispatch.check;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;

import org.schoolbell.district.dispatch.BrokerLink;

/** A handshake with the very trust and check of the host's name that the publisher has, and a look at what was presented. For one check. */
final class TlsProbe {
	/** Renewing takes a district's IT a while. */
	private static final Duration SOON = Duration.ofDays(30);

	private final BrokerLink link;
	private final String host;
	private final int port;
	private final WitnessedTrust.Witness witness = new WitnessedTrust.Witness();

	TlsProbe(BrokerLink link, String host, int port) {
		this.link = link;
		this.host = host;
		this.port = port;
	}

	/** @return what was presented, also where it was refused */
	Optional<CertificateSeen> certificate() {
		return witness.leaf().map(CertificateSeen::of);
	}

	Finding handshake(Network network, Instant now) throws FaultException {
		try (Socket plain = network.connect()) {
			SSLSocket socket = (SSLSocket) link.tls(trust -> new WitnessedTrust(trust, witness)).getSocketFactory().createSocket(plain,
					host, port, true);
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			socket.setSSLParameters(parameters);
			socket.startHandshake();
		} catch (IOException e) {
			throw refused(e).and(details());
		} catch (GeneralSecurityException | IllegalStateException | NoSuchSslBundleException e) {
			throw new FaultException(Fault.TRUST_UNREADABLE, e);
		}
		return finding(now);
	}

	private Finding finding(Instant now) {
		CertificateSeen seen = certificate().orElseThrow();
		List<Wording> says = new ArrayList<>();
		if (seen.notAfter().isBefore(now.plus(SOON))) {
			says.add(Wording.of("check.warning.expires", "day", day(seen)));
		}
		says.addAll(details());
		return new Finding(says.size() > details().size() ? Result.WARNING : Result.PASSED, says);
	}

	/** Names, issuer, expiry. */
	private List<Wording> details() {
		return certificate().map(seen -> List.of(Wording.of("check.found.certificate.names", "names", String.join(", ", seen.names())),
				Wording.of("check.found.certificate.issuer", "issuer", seen.issuer()),
				Wording.of("check.found.certificate.expires", "day", day(seen)))).orElse(List.of());
	}

	private static LocalDate day(CertificateSeen seen) {
		return LocalDate.ofInstant(seen.notAfter(), ZoneOffset.UTC);
	}

	private FaultException refused(IOException failure) {
		Fault fault = certificate().isEmpty() ? withoutCertificate(failure) : ofCertificate(failure);
		CertificateSeen seen = certificate().orElse(new CertificateSeen(List.of(), "", Instant.EPOCH));
		return new FaultException(fault, failure, "host", host, "port", String.valueOf(port), "issuer", seen.issuer(), "names",
				String.join(", ", seen.names()), "day", day(seen));
	}

	private static Fault withoutCertificate(IOException failure) {
		boolean notTls = failure instanceof SSLException && String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized");
		return notTls ? Fault.NOT_TLS : Fault.HANDSHAKE;
	}

	/** The JDK says by the class of the innermost cause what was wrong with the path; a name that does not match is a plain exception. */
	private static Fault ofCertificate(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case CertPathValidatorException path when path.getReason() == BasicReason.EXPIRED -> {
					return Fault.EXPIRED;
				}
				case CertPathValidatorException path when path.getReason() == BasicReason.NOT_YET_VALID -> {
					return Fault.NOT_YET_VALID;
				}
				case CertPathValidatorException _ -> {
					return Fault.UNTRUSTED;
				}
				case CertPathBuilderException _ -> {
					return Fault.UNTRUSTED;
				}
				case CertificateException name when name.getClass() == CertificateException.class -> {
					return Fault.OTHER_NAME;
				}
				default -> {
					// The next cause knows more.
				}
			}
		}
		return Fault.HANDSHAKE;
	}
}
