package org.schoolbell.district.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.schoolbell.district.device.Browser;

/**
 * What a browser says of itself, in one word for itself and one for what it runs on. Browsers pretend to be each other, so the order decides; what is not
 * said is not guessed.
 */
final class UserAgent {
	/**
	 * @param sign what stands in the header
	 * @param name what it means
	 */
	private record Sign(String sign, String name) {}

	private static final List<Sign> BROWSERS = List.of(new Sign("EdgA/", "Edge"), new Sign("EdgiOS/", "Edge"), new Sign("Edg/", "Edge"),
			new Sign("OPR/", "Opera"), new Sign("SamsungBrowser/", "Samsung Internet"), new Sign("FxiOS/", "Firefox"),
			new Sign("Firefox/", "Firefox"), new Sign("CriOS/", "Chrome"), new Sign("Chrome/", "Chrome"), new Sign("Safari/", "Safari"));
	private static final List<Sign> SYSTEMS = List.of(new Sign("iPhone", "iPhone"), new Sign("iPad", "iPad"),
			new Sign("Android", "Android"),
			new Sign("CrOS", "Chromebook"), new Sign("Windows", "Windows"), new Sign("Macintosh", "Mac"), new Sign("Linux", "Linux"));
	private static final String UNKNOWN = "Browser";

	private UserAgent() {
	}

	static Browser browser(BrowserToken mark, String header) {
		return new Browser(mark.value(), find(BROWSERS, header).orElse(UNKNOWN), find(SYSTEMS, header));
	}

	private static Optional<String> find(List<Sign> signs, String header) {
		Stream<Sign> said = signs.stream().filter(sign -> header.contains(sign.sign()));
		return said.findFirst().map(Sign::name);
	}
}
