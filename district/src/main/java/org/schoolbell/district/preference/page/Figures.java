package org.schoolbell.district.preference.page;

import java.util.Arrays;
import java.util.List;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.preference.PushesOfDay;

/**
 * What the switch is about, for whoever decides on it.
 *
 * @param yesterday what went out, or would have
 * @param reachable how many of the guardians have a device that can be reached
 * @param guardians with portal access to a student who is enrolled today
 */
public record Figures(PushesOfDay yesterday, int reachable, int guardians) {
	/**
	 * One line of the table.
	 *
	 * @param style names the kind's colours and its icon
	 */
	public record Line(Kind kind, String style, long pushes) {}

	/** @return one for each kind, whether or not there was any */
	public List<Line> lines() {
		return Arrays.stream(Kind.values()).map(kind -> new Line(kind, style(kind), yesterday.of(kind))).toList();
	}

	private static String style(Kind kind) {
		return switch (kind) {
			case ASSIGNMENTS -> "assignments";
			case GRADES -> "grades";
			case ATTENDANCE -> "attendance";
			case LUNCH_BALANCE -> "lunch";
			case RESPONSIVE_SCHEDULE -> "responsive";
		};
	}
}
