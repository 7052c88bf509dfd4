package org.schoolbell.district.staging;

/**
 * What became of a file's lines; each line counts once.
 *
 * @param inserted made a record
 * @param updated changed one
 * @param unchanged said what the record says already
 * @param ended marked a record as to be deleted
 * @param ignored was right, but says nothing that is kept
 * @param rejected was not taken
 */
public record Tally(long inserted, long updated, long unchanged, long ended, long ignored, long rejected) {
	/** No line. */
	public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

	/** @return the sum of both */
	public Tally plus(Tally other) {
		return new Tally(inserted + other.inserted, updated + other.updated, unchanged + other.unchanged, ended + other.ended,
				ignored + other.ignored, rejected + other.rejected);
	}

	/** @return how many lines there were */
	public long read() {
		return inserted + updated + unchanged + ended + ignored + rejected;
	}
}
