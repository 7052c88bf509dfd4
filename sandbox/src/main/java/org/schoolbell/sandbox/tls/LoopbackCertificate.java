package org.schoolbell.sandbox.tls;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A self-signed server certificate for this machine's own addresses. It may vouch for nothing else, so a stolen key signs no others. */
final class LoopbackCertificate {
	private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);
	private static final int SERIAL_BITS = 120;

	private LoopbackCertificate() {
	}

	static X509Certificate of(KeyPair pair, Instant from, Duration valid) {
		X500Name name = new X500Name("CN=Schoolbell sandbox");
		BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom());
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, serial, Date.from(from.minus(CLOCK_TOLERANCE)),
				Date.from(from.plus(valid)), name, pair.getPublic());
		try {
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
			builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
			builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
					new GeneralName[]{new GeneralName(GeneralName.dNSName, "localhost"),
							new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
							new GeneralName(GeneralName.iPAddress, "::1")}));
			return new JcaX509CertificateConverter()
					.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
		} catch (CertIOException | OperatorCreationException | CertificateException e) {
			throw new IllegalStateException("the sandbox's certificate cannot be made", e);
		}
	}
}
