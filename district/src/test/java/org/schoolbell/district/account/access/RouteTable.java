package org.schoolbell.district.account.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The table of {@code routes.txt}: what each kind of caller is answered at each route.
 *
 * @param callers the heads of its columns
 */
record RouteTable(List<String> callers, List<Row> rows) {
	/**
	 * One route.
	 *
	 * @param body what is sent: a {@code form}, {@code json} or {@code none}
	 * @param answers a status for each caller
	 */
	record Row(String method, String path, String body, List<Integer> answers) {
		String route() {
			return method + " " + path;
		}
	}

	static RouteTable read() {
		List<String> lines = lines();
		List<String> heads = words(lines.getFirst());
		List<Row> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			List<String> words = words(line);
			if (words.size() != heads.size()) {
				throw new AssertionError("This row of routes.txt has not as many words as the heads: " + line);
			}
			rows.add(new Row(words.get(0), words.get(1), words.get(2), words.stream().skip(3).map(Integer::valueOf).toList()));
		}
		return new RouteTable(heads.subList(3, heads.size()), rows);
	}

	private static List<String> lines() {
		try (InputStream file = Objects.requireNonNull(RouteTable.class.getResourceAsStream("routes.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
					.toList();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static List<String> words(String line) {
		return Arrays.asList(line.strip().split("\\s+"));
	}
}
