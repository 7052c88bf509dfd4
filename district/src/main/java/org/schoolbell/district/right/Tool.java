package org.schoolbell.district.right;

/** What rights are given for. Each comes with its pages. */
public enum Tool {
	/** Assignments and scores of the sections that somebody teaches. */
	GRADEBOOK(Level.DELETE),
	/** System Settings, Portal Preferences, Push Notifications. */
	PUSH_NOTIFICATIONS(Level.WRITE),
	/** The parent and the student portal: records of one's own students or of oneself, and one's own notifications and settings. */
	PORTAL(Level.READ);

	private final Level most;

	Tool(Level most) {
		this.most = most;
	}

	/** @return the largest right that means something here; larger ones are not applicable */
	public Level most() {
		return most;
	}
}
