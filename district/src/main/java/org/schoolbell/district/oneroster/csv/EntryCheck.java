package org.schoolbell.district.oneroster.csv;

import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;

/** Looks at an archive's entries one after the other, before any is unpacked. */
final class EntryCheck {
	private static final String MAC_FOLDER = "__MACOSX";

	private final ArchiveLimits limits;
	private final long archiveBytes;
	private int entries;
	private long packed;
	private long unpacked;
	private Optional<String> folder = Optional.empty();

	EntryCheck(ArchiveLimits limits, long archiveBytes) {
		this.limits = limits;
		this.archiveBytes = archiveBytes;
	}

	/** @return the file's name without its folder; empty if the entry is a folder or something that a system adds */
	String accept(ZipEntry entry) {
		checkSize(entry);
		List<String> path = path(entry.getName());
		String name = path.getLast();
		if (entry.isDirectory() || path.contains(MAC_FOLDER) || name.startsWith(".")) {
			return "";
		}
		checkFolder(path, name);
		return name;
	}

	private void checkSize(ZipEntry entry) {
		if (++entries > limits.entries()) {
			throw FileFaultException
					.archive("The archive has more than " + limits.entries() + " entries; a OneRoster archive has some 30.");
		}
		packed += Math.max(entry.getCompressedSize(), 0);
		unpacked += Math.max(entry.getSize(), 0);
		if (unpacked < 0 || unpacked > limits.totalBytes()) {
			throw FileFaultException
					.archive("The archive unpacks to more than " + (limits.totalBytes() >> 30) + " GiB, which no district has.");
		}
		boolean large = entry.getSize() > limits.ratioFromBytes();
		if (packed > archiveBytes || (large && entry.getSize() / limits.ratio() > entry.getCompressedSize())) {
			throw FileFaultException.archive("The archive is a zip bomb: " + Shown.plain(entry.getName()) + " unpacks to more than "
					+ limits.ratio() + " times its size. Pack the files of the export anew.");
		}
	}

	private static List<String> path(String name) {
		String slashed = name.replace('\\', '/');
		List<String> path = List.of(slashed.split("/"));
		if (slashed.startsWith("/") || slashed.matches("^[A-Za-z]:.*") || path.contains("..") || path.isEmpty()) {
			throw FileFaultException.archive("The archive has an entry that leads out of it: " + Shown.plain(name)
					+ ". Pack the CSV files at its root or in one folder.");
		}
		return path;
	}

	private void checkFolder(List<String> path, String name) {
		String parent = String.join("/", path.subList(0, path.size() - 1));
		if (path.size() > 2 || (folder.isPresent() && !folder.get().equals(parent))) {
			throw FileFaultException.archive("The archive has files in more than one folder: " + Shown.plain(name)
					+ " is in another. Pack the CSV files at its root or in one folder.");
		}
		folder = Optional.of(parent);
	}
}
