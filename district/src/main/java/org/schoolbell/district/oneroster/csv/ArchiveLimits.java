package org.schoolbell.district.oneroster.csv;

/**
 * How large an archive may be, so that one of a few kilobytes cannot fill disk or memory.
 *
 * @param entries at most so many
 * @param totalBytes at most so many when unpacked, all together
 * @param ratio an entry unpacks to at most so many times its packed size
 * @param ratioFromBytes below this unpacked size the ratio does not matter
 * @param lineCharacters at most so many in one line of a file, quoted line breaks included
 */
public record ArchiveLimits(int entries, long totalBytes, int ratio, long ratioFromBytes, int lineCharacters) {
	/** For a district of a million students; CSV packs to a tenth, seldom to a fiftieth. */
	public static final ArchiveLimits DEFAULT = new ArchiveLimits(1_000, 64L << 30, 200, 8L << 20, 256 << 10);
}
