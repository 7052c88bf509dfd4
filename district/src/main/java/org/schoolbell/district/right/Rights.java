package org.schoolbell.district.right;

import java.util.Map;

/**
 * What somebody may do with the tools: the largest right that any of the roles has. It says nothing about records, such as whose sections.
 *
 * @param levels by tool; a tool that may not be used at all is missing
 */
public record Rights(Map<Tool, Level> levels) {
	/** The rights of somebody who may do nothing. */
	public static final Rights NONE = new Rights(Map.of());

	public Rights {
		levels = Map.copyOf(levels);
	}

	/** @return whether they include this */
	public boolean include(Tool tool, Level wanted) {
		Level level = levels.get(tool);
		return level != null && level.includes(wanted);
	}
}
