package org.schoolbell.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/** Connects as every client should: with a trust store of one certificate, and the host's name checked against it. */
final class BrokerClient {
	private static final int PATIENCE_MILLIS = 10_000;

	private BrokerClient() {
	}

	static Connection connect(String host, int port, Path certificate, BrokerCredentials credentials) throws IOException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(host);
		factory.setPort(port);
		factory.setVirtualHost(BrokerConfiguration.VIRTUAL_HOST);
		factory.setUsername(credentials.username());
		factory.setPassword(credentials.password().value());
		factory.setConnectionTimeout(PATIENCE_MILLIS);
		factory.setHandshakeTimeout(PATIENCE_MILLIS);
		factory.setAutomaticRecoveryEnabled(false);
		try {
			factory.useSslProtocol(trusting(certificate));
			factory.enableHostnameVerification();
			return factory.newConnection("embedded broker's own check");
		} catch (GeneralSecurityException | TimeoutException e) {
			throw new IOException("No connection to the broker on port " + port, e);
		}
	}

	static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		try (InputStream pem = Files.newInputStream(certificate)) {
			trusted.setCertificateEntry("broker", CertificateFactory.getInstance("X.509").generateCertificate(pem));
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLSv1.3");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}
}
