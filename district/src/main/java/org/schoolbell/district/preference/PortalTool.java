package org.schoolbell.district.preference;

import org.schoolbell.district.event.Kind;

/** What a portal shows or not, with the number that tables keep for each. Numbers are never used twice. */
public enum PortalTool {
	ASSIGNMENTS(1), GRADES(2), ATTENDANCE(3), FOOD_SERVICE(4), RESPONSIVE_SCHEDULE(5);

	private final int code;

	PortalTool(int code) {
		this.code = code;
	}

	/** @return the tool that shows what notices of this kind are about */
	public static PortalTool of(Kind kind) {
		return switch (kind) {
			case ASSIGNMENTS -> ASSIGNMENTS;
			case GRADES -> GRADES;
			case ATTENDANCE -> ATTENDANCE;
			case LUNCH_BALANCE -> FOOD_SERVICE;
			case RESPONSIVE_SCHEDULE -> RESPONSIVE_SCHEDULE;
		};
	}

	/** @return the number in tables */
	int code() {
		return code;
	}

	static PortalTool ofCode(int code) {
		for (PortalTool tool : values()) {
			if (tool.code == code) {
				return tool;
			}
		}
		throw new IllegalArgumentException("No portal tool has the code " + code);
	}
}
