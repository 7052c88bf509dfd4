package org.schoolbell.command;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority, which signs for any name and time. */
final class TestAuthority {
	static final char[] PASSWORD = "of this test".toCharArray();

	private final X500Name name;
	private final KeyPair keys;
	private final X509Certificate certificate;

	TestAuthority(String commonName, Instant now) throws Exception {
		name = new X500Name("CN=" + commonName);
		keys = keyPair();
		certificate = sign(keys.getPublic(), keys.getPrivate(), name,
				new Validity(now.minus(Duration.ofDays(3650)), now.plus(Duration.ofDays(3650))),
				Extension.basicConstraints, new BasicConstraints(true));
	}

	record Validity(Instant from, Instant until) {}

	/** @return a key store with a server's certificate for this host name */
	KeyStore server(String host, Validity validity) throws Exception {
		KeyPair pair = keyPair();
		X509Certificate server = sign(pair.getPublic(), keys.getPrivate(), new X500Name("CN=" + host), validity,
				Extension.subjectAlternativeName, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", pair.getPrivate(), PASSWORD, new Certificate[]{server, certificate});
		return store;
	}

	/** Writes its own certificate for whoever is to trust it. */
	Path writeTo(Path file) throws IOException, GeneralSecurityException {
		String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(certificate.getEncoded());
		return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
	}

	private X509Certificate sign(PublicKey key, PrivateKey signer, X500Name subject, Validity validity,
			ASN1ObjectIdentifier extension, ASN1Object value)
			throws IOException, GeneralSecurityException, OperatorCreationException {
		boolean authority = extension.equals(Extension.basicConstraints);
		var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(120, new SecureRandom()), Date.from(validity.from()),
				Date.from(validity.until()), subject, key).addExtension(extension, authority, value).addExtension(Extension.keyUsage, true,
						new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
		return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
	}

	private static KeyPair keyPair() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}
}
