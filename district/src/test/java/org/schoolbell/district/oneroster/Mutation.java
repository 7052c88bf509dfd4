package org.schoolbell.district.oneroster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Damages an archive as exports, transfers and people do: fields, lines, bytes, the manifest, the zip itself. */
final class Mutation {
	private static final List<String> VALUES = List.of("", " ", "true", "-1", "1e999", "999999999.999999999", "0.000000001", "NaN",
			"0000-01-01",
			"9999-12-31", "2026-02-30", "2026-11-24", "1900-01-01T00:00:00+18:00", "maya", "north", "y27", "s26", "\"maya,leo\"", "student",
			"parent",
			"tobedeleted", "'", "\\N", "x\0y", "\u202E\u001b[2J", "\"", "x".repeat(600));
	private static final List<String> MODES = List.of("bulk", "delta", "absent", "BULK ", "", "whole", "\u001b[2J");

	private final SplittableRandom random;

	Mutation(SplittableRandom random) {
		this.random = random;
	}

	/** @return the archive, damaged in one to three places, written */
	Path of(TestArchive archive, Path zip) throws IOException {
		List<String> entries = List.copyOf(archive.entries().keySet());
		for (int times = random.nextInt(1, 4); times > 0; times--) {
			String entry = pick(entries);
			byte[] bytes = archive.entries().getOrDefault(entry, new byte[0]);
			switch (random.nextInt(10)) {
				case 0 -> archive.entry(entry, damaged(bytes));
				case 1 -> archive.named(entry.substring(0, entry.length() - ".csv".length()), pick(MODES));
				case 2 -> archive.without(entry);
				case 3, 4, 5 -> archive.entry(entry, lines(new String(bytes, StandardCharsets.UTF_8)));
				default -> archive.entry(entry, field(new String(bytes, StandardCharsets.UTF_8)));
			}
		}
		archive.write(zip);
		return random.nextInt(12) == 0 ? Files.write(zip, damaged(Files.readAllBytes(zip))) : zip;
	}

	/** Takes bytes out, puts others in, or cuts the rest off. */
	private byte[] damaged(byte[] bytes) {
		int from = random.nextInt(bytes.length + 1);
		int to = Math.min(bytes.length, from + random.nextInt(4));
		byte[] others = new byte[random.nextInt(4)];
		random.nextBytes(others);
		ByteArrayOutputStream damaged = new ByteArrayOutputStream();
		damaged.write(bytes, 0, from);
		damaged.writeBytes(others);
		if (random.nextInt(4) > 0) {
			damaged.write(bytes, to, bytes.length - to);
		}
		return damaged.toByteArray();
	}

	private String lines(String text) {
		List<String> lines = new ArrayList<>(text.lines().toList());
		if (lines.size() > 1) {
			int line = random.nextInt(1, lines.size());
			switch (random.nextInt(3)) {
				case 0 -> lines.remove(line);
				case 1 -> lines.add(lines.get(line));
				default -> Collections.swap(lines, line, random.nextInt(lines.size()));
			}
		}
		return String.join(random.nextBoolean() ? "\n" : "\r\n", lines);
	}

	private String field(String text) {
		List<String> lines = new ArrayList<>(text.lines().toList());
		if (lines.size() < 2) {
			return text;
		}
		int line = random.nextInt(random.nextInt(4) == 0 ? 0 : 1, lines.size());
		String[] fields = lines.get(line).split(",", -1);
		fields[random.nextInt(fields.length)] = pick(VALUES);
		lines.set(line, String.join(",", fields));
		return String.join("\n", lines) + "\n";
	}

	private <T> T pick(List<T> from) {
		return from.get(random.nextInt(from.size()));
	}
}
