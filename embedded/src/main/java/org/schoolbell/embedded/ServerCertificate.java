package org.schoolbell.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
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
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The broker's certificate: P-256, signed by itself, for this machine's loopback names only. Clients trust exactly this one, so there is no authority whose key
 * could sign another. Made on first start, and again when it is about to expire.
 */
final class ServerCertificate {
	static final String ALIAS = "broker";
	static final Duration LIFETIME = Duration.ofDays(3650);
	/** A new one is made when less than this is left, so that it never expires under a running demo. */
	static final Duration MARGIN = Duration.ofDays(60);

	private ServerCertificate() {
	}

	/**
	 * Makes both files where they are missing or old. The key store is written last: a process that dies between the two leaves a PEM that the next start
	 * writes again.
	 */
	static void provide(BrokerFolder folder, Instant now) {
		try {
			if (!valid(folder, now)) {
				KeyPair pair = keyPair();
				X509Certificate certificate = sign(pair, now);
				OwnerOnly.write(folder.certificate(), pem(certificate));
				OwnerOnly.write(folder.keyStore(), keyStore(pair, certificate, folder.keyStorePassword()));
			}
		} catch (IOException | GeneralSecurityException | OperatorCreationException e) {
			throw new EmbeddedServiceException("The broker's certificate could not be made in " + folder.root() + ".", e);
		}
	}

	/** Whether the key store holds what the PEM says, for long enough. */
	private static boolean valid(BrokerFolder folder, Instant now) throws IOException, GeneralSecurityException {
		if (Files.notExists(folder.keyStore()) || Files.notExists(folder.certificate())) {
			return false;
		}
		KeyStore store = KeyStore.getInstance(folder.keyStore().toFile(), folder.keyStorePassword().value().toCharArray());
		return store.getCertificate(ALIAS) instanceof X509Certificate certificate
				&& certificate.getNotAfter().toInstant().isAfter(now.plus(MARGIN))
				&& pem(certificate).equals(Files.readString(folder.certificate()));
	}

	private static KeyPair keyPair() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	private static X509Certificate sign(KeyPair pair, Instant now) throws IOException, GeneralSecurityException, OperatorCreationException {
		X500Name name = new X500Name("CN=localhost,O=Schoolbell embedded broker");
		GeneralNames loopback = new GeneralNames(new GeneralName[]{new GeneralName(GeneralName.dNSName, "localhost"),
				new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.iPAddress, "::1")});
		Date from = Date.from(now.minus(Duration.ofHours(1)));
		var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(120, new SecureRandom()), from, Date.from(now.plus(LIFETIME)),
				name, pair.getPublic())
				.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
				.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
				.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
				.addExtension(Extension.subjectAlternativeName, false, loopback);
		return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
	}

	private static byte[] keyStore(KeyPair pair, X509Certificate certificate, Secret password)
			throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		char[] secret = password.value().toCharArray();
		store.setKeyEntry(ALIAS, pair.getPrivate(), secret, new Certificate[]{certificate});
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		store.store(bytes, secret);
		return bytes.toByteArray();
	}

	private static String pem(X509Certificate certificate) throws IOException {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(certificate);
		}
		return text.toString();
	}
}
