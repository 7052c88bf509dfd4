package org.schoolbell.district.portal.choice;

/** Why a kind cannot fire for a student now, whatever is chosen. */
public enum Obstacle {
	/** The student is in no class of the Active year. */
	NO_CLASS("choice.obstacle.no-class"),
	/** The school keeps its records closed to families. */
	CLOSED("choice.obstacle.closed"),
	/** The school does not show the kind's tool in the portal where this person reads. */
	HIDDEN("choice.obstacle.hidden");

	private final String key;

	Obstacle(String key) {
		this.key = key;
	}

	/** @return the text that says so */
	public String key() {
		return key;
	}
}
