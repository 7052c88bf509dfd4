package org.schoolbell.district.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code schoolbell.web.*}.
 *
 * @param maxBody the largest body of a request, 64 KB to 100 MB; 10,000 scores with long ids need about 7 MB
 */
@ConfigurationProperties("schoolbell.web")
record WebSettings(DataSize maxBody) {
	private static final DataSize LEAST = DataSize.ofKilobytes(64);
	private static final DataSize MOST = DataSize.ofMegabytes(100);

	WebSettings {
		if (maxBody.compareTo(LEAST) < 0 || maxBody.compareTo(MOST) > 0) {
			throw new IllegalArgumentException("schoolbell.web.max-body is 64KB to 100MB, not " + maxBody);
		}
	}
}
