package org.schoolbell.district.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Style sheets, scripts and drawings of pages, all under one address that names the hash of all of them: browsers keep them for a year, and a new
 * release has new addresses. One hash for all, so that a script can name another beside it ({@code import "./toast.js"}). Immutable, thread-safe.
 */
@Component
public class Assets {
	static final String LOCATION = "classpath:/org/schoolbell/district/page/assets/";
	private static final String ICONS = "icons.svg";
	private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([a-z-]+)\"");
	private static final int VERSION_CHARACTERS = 12;

	private final String root;
	private final Set<String> names;
	private final Set<String> icons;

	Assets() {
		Map<String, byte[]> files = read();
		this.names = Set.copyOf(files.keySet());
		this.icons = SYMBOL.matcher(new String(files.getOrDefault(ICONS, new byte[0]), StandardCharsets.UTF_8)).results()
				.map(symbol -> symbol.group(1)).collect(Collectors.toUnmodifiableSet());
		this.root = "/assets/" + version(files) + "/";
	}

	/** @return what all their addresses start with, and end after: {@code /assets/0123456789ab/} */
	public String root() {
		return root;
	}

	/**
	 * @param name the file's name
	 * @return its address, good for as long as this release runs
	 * @throws IllegalArgumentException if there is no such file
	 */
	public String address(String name) {
		if (!names.contains(name)) {
			throw new IllegalArgumentException("There is no asset " + name + " among " + names);
		}
		return root + name;
	}

	/**
	 * @param name a symbol of the file of icons
	 * @throws IllegalArgumentException if there is no such symbol
	 */
	String icon(String name) {
		if (!icons.contains(name)) {
			throw new IllegalArgumentException("There is no icon " + name + " in " + ICONS);
		}
		return root + ICONS + "#" + name;
	}

	private static Map<String, byte[]> read() {
		Map<String, byte[]> files = new TreeMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(LOCATION + "*.*")) {
				try (InputStream content = file.getInputStream()) {
					files.put(String.valueOf(file.getFilename()), content.readAllBytes());
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return files;
	}

	private static String version(Map<String, byte[]> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			files.forEach((name, content) -> {
				digest.update(name.getBytes(StandardCharsets.UTF_8));
				digest.update(content);
			});
			return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARACTERS);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
