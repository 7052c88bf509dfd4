package org.schoolbell.district.right;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of tool rights. Read anew each time, so that a change holds from the next request on. Thread-safe. */
@Component
public class ToolRights {
	private final JdbcClient jdbc;

	ToolRights(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return what somebody with these roles may do */
	public Rights of(Collection<Role> roles) {
		Map<Tool, Level> levels = new EnumMap<>(Tool.class);
		jdbc.sql("SELECT tool, level FROM \"right\".tool_right WHERE role = ANY (?)")
				.param(roles.stream().map(Role::value).toArray(String[]::new))
				.query(row -> {
					levels.merge(Tool.valueOf(row.getString("tool")), Level.valueOf(row.getString("level")),
							(one, other) -> one.includes(other) ? one : other);
				});
		return new Rights(levels);
	}
}
