package org.schoolbell.district.portal.app;

import java.util.Locale;

/**
 * Where pushes for web apps arrive, and since when: their makers' release notes say since which version a browser has Web Push with sealed messages
 * (RFC 8291); where these pages need a later one, that counts.
 */
public enum Platform {
	/** Only an app on the Home Screen, since iOS and iPadOS 16.4. */
	IPHONE,
	/** Chrome 108, Edge 108, Samsung Internet 21, Firefox 115. */
	ANDROID,
	/** Safari 16.4 on macOS 13; Chrome 108, Edge 108, Firefox 115. */
	MAC,
	/** Chrome 108, Edge 108, Firefox 115. */
	WINDOWS,
	/** Chrome 108. */
	CHROMEBOOK,
	/** Chrome 108, Firefox 115. */
	LINUX;

	/** @return what its texts' names begin with, but for the last word */
	public String key() {
		return "platforms." + name().toLowerCase(Locale.ROOT);
	}
}
