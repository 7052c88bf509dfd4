package org.schoolbell.sandbox.tls;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class CredentialFolderTest {
	private static final Instant TODAY = Instant.parse("2026-11-24T14:00:00Z");

	@TempDir
	private Path folder;

	@Test
	void theCertificateIsForThisMachineAloneAndMayNotVouchForOthers() throws Exception {
		X509Certificate certificate = read(at(TODAY).tls("apns").certificate());

		Collection<List<?>> names = certificate.getSubjectAlternativeNames();
		assertThat(names).extracting(name -> name.get(1).toString()).containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
		assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false, false, false);
	}

	@Test
	void theCertificateIsKeptUntilAMonthBeforeItsEnd() throws Exception {
		X509Certificate first = read(at(TODAY).tls("apns").certificate());

		assertThat(read(at(TODAY.plus(Duration.ofDays(790))).tls("apns").certificate())).isEqualTo(first);
		X509Certificate renewed = read(at(TODAY.plus(Duration.ofDays(800))).tls("apns").certificate());
		assertThat(renewed).isNotEqualTo(first);
		assertThat(Files.readString(at(TODAY).tls("apns").server())).startsWith(Files.readString(at(TODAY).tls("apns").certificate()));
	}

	@Test
	void aHalfMadePairIsMadeAnew() throws Exception {
		CredentialFolder.KeyFiles keys = at(TODAY).authKey("KEY");
		String half = Files.readString(keys.verificationKey());
		Files.delete(keys.signingKey());

		assertThat(Files.readString(at(TODAY).authKey("KEY").verificationKey())).isNotEqualTo(half);
	}

	@Test
	void privateKeysAreForTheirOwnerAlone() throws Exception {
		assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");

		for (Path secret : List.of(at(TODAY).tls("apns").server(), at(TODAY).authKey("KEY").signingKey())) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
		}
	}

	private CredentialFolder at(Instant now) {
		return new CredentialFolder(folder, () -> now);
	}

	private static X509Certificate read(Path file) throws Exception {
		try (InputStream in = Files.newInputStream(file)) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
		}
	}
}
