package org.schoolbell.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The folder with the certificate and the keys that a stand-in makes for itself. Each file appears whole or not at all, and the one
 * that is asked for first is written last: a process that dies half-way leaves a pair to be made anew.
 */
public final class CredentialFolder {
	private static final Duration VALID = Duration.ofDays(825);
	private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);

	private final Path folder;
	private final InstantSource clock;

	public CredentialFolder(Path folder, InstantSource clock) {
		this.folder = folder;
		this.clock = clock;
	}

	/** @param signingKey PKCS #8 in PEM, for whoever signs; {@code verificationKey} its public half, in PEM */
	public record KeyFiles(Path signingKey, Path verificationKey) {}

	/**
	 * The certificate of one stand-in, made if there is none or if it ends within 30 days.
	 *
	 * @param name what its files' names begin with
	 */
	public TlsFiles tls(String name) throws IOException {
		Path certificate = folder.resolve(name + "-certificate.pem");
		Path server = folder.resolve(name + "-server.pem");
		if (!Files.exists(certificate) || !Files.exists(server) || endsSoon(certificate)) {
			KeyPair pair = newKeyPair();
			X509Certificate made = LoopbackCertificate.of(pair, clock.instant(), VALID);
			write(server, pem(new JcaMiscPEMGenerator(made)) + privatePem(pair), true);
			write(certificate, pem(new JcaMiscPEMGenerator(made)), false);
		}
		return new TlsFiles(certificate, server, server);
	}

	/** The key that pushes are signed with, made if there is none. */
	public KeyFiles authKey(String keyId) throws IOException {
		Path signing = folder.resolve("AuthKey_%s.p8".formatted(keyId));
		Path verification = folder.resolve("AuthKey_%s.pub.pem".formatted(keyId));
		if (!Files.exists(signing) || !Files.exists(verification)) {
			KeyPair pair = newKeyPair();
			write(verification, pem(new JcaMiscPEMGenerator(pair.getPublic())), false);
			write(signing, privatePem(pair), true);
		}
		return new KeyFiles(signing, verification);
	}

	private boolean endsSoon(Path certificate) throws IOException {
		try (InputStream in = Files.newInputStream(certificate)) {
			X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
			Instant end = read.getNotAfter().toInstant();
			return clock.instant().isAfter(end.minus(RENEW_BEFORE_END));
		} catch (CertificateException e) {
			throw new IllegalStateException("%s is not a certificate in PEM; remove it, and a new one is made".formatted(certificate), e);
		}
	}

	private static KeyPair newKeyPair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("this JDK makes no P-256 keys", e);
		}
	}

	private static String privatePem(KeyPair pair) throws IOException {
		return pem(new JcaPKCS8Generator(pair.getPrivate(), null));
	}

	private static String pem(PemObjectGenerator object) throws IOException {
		StringWriter text = new StringWriter();
		try (PemWriter writer = new PemWriter(text)) {
			writer.writeObject(object);
		}
		return text.toString();
	}

	private void write(Path file, String content, boolean secret) throws IOException {
		try {
			Files.createDirectories(folder);
			// Where files have such rights, this one is its owner's alone from the beginning.
			Path whole = Files.createTempFile(folder, file.getFileName().toString(), ".new");
			if (!secret && Files.getFileAttributeView(whole, PosixFileAttributeView.class) != null) {
				Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
			}
			Files.writeString(whole, content);
			Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw new IOException("the sandbox cannot write %s; name another folder in its settings".formatted(file), e);
		}
	}
}
