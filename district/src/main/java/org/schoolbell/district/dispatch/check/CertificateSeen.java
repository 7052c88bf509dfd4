package org.schoolbell.district.dispatch.check;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The certificate that was presented, be it the broker's or that of something in between.
 *
 * @param names for which it stands
 * @param issuer who signed it
 * @param notAfter when it expires
 */
public record CertificateSeen(List<String> names, String issuer, Instant notAfter) {
	private static final int DNS_NAME = 2;
	private static final int IP_ADDRESS = 7;

	public CertificateSeen {
		names = List.copyOf(names);
	}

	static CertificateSeen of(X509Certificate certificate) {
		return new CertificateSeen(namesOf(certificate), shortName(certificate.getIssuerX500Principal().getName()),
				certificate.getNotAfter().toInstant());
	}

	/** Its subject alternative names, which alone count; without any, the subject, so that there is something to recognize it by. */
	private static List<String> namesOf(X509Certificate certificate) {
		try {
			Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
			if (alternatives != null) {
				return alternatives.stream().filter(name -> name.getFirst().equals(DNS_NAME) || name.getFirst().equals(IP_ADDRESS))
						.map(name -> String.valueOf(name.get(1))).toList();
			}
		} catch (CertificateParsingException _) {
			// Whoever made it made it wrong: what can be read of it is still worth showing.
		}
		return List.of(shortName(certificate.getSubjectX500Principal().getName()));
	}

	/** The common name of a distinguished name, or all of it where there is none. */
	private static String shortName(String distinguished) {
		try {
			return new LdapName(distinguished).getRdns().stream().filter(rdn -> rdn.getType().equalsIgnoreCase("CN")).map(Rdn::getValue)
					.map(String::valueOf).findFirst().orElse(distinguished);
		} catch (InvalidNameException _) {
			return distinguished;
		}
	}
}
