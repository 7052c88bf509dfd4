package org.schoolbell.sandbox.tls;

import java.nio.file.Path;

/**
 * The files of a server's certificate, all PEM.
 *
 * @param certificate what a sender has to trust
 * @param server the certificate with its chain, and {@code serverKey} its private key (PKCS #8); may be one file
 */
public record TlsFiles(Path certificate, Path server, Path serverKey) {}
