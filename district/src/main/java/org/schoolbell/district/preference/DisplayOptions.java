package org.schoolbell.district.preference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.calendar.CalendarId;

/**
 * Display Options: templates of the tools that the parent and the student portal show, each for the calendars that are assigned to it. A calendar without
 * a template shows everything. Thread-safe.
 */
@Component
public class DisplayOptions {
	/** What the audit trail calls this. */
	public static final String TOOL = "display-options";

	private final JdbcClient jdbc;
	private final Trail trail;

	DisplayOptions(JdbcClient jdbc, Trail trail) {
		this.jdbc = jdbc;
		this.trail = trail;
	}

	/**
	 * A template.
	 *
	 * @param name by which people know it, no two share one
	 * @param hidden by portal, the tools that it does not show; a portal that is missing shows all
	 * @param calendars those that are assigned to it; each is assigned to one template at most
	 */
	public record Template(String name, Map<Portal, Set<PortalTool>> hidden, Set<CalendarId> calendars) {
		/** @throws IllegalArgumentException if the name is blank */
		public Template {
			if (name.isBlank()) {
				throw new IllegalArgumentException("A template has a name by which people find it again");
			}
			hidden = Map.copyOf(hidden);
			calendars = Set.copyOf(calendars);
		}
	}

	/**
	 * Saves a template in place of the one of its name. Its calendars leave the template that they were assigned to, and those that it does not name any
	 * more show everything. It concerns later decisions and what still waits to be sent. Each change is in the audit trail; where it is so already,
	 * nothing changes.
	 */
	@Transactional
	public void save(Template template, Origin origin) {
		long id = jdbc.sql("""
				INSERT INTO preference.display_template (name) VALUES (?)
				ON CONFLICT (name) DO UPDATE SET name = excluded.name
				RETURNING id
				""").param(template.name().strip()).query(Long.class).single(); // until the transaction ends nobody else saves it
		saveTools(id, template.hidden(), origin);
		saveCalendars(id, template.calendars(), origin);
	}

	/** @return what the portals show for these calendars, in one statement */
	@Transactional(readOnly = true)
	public ShownTools shown(Collection<CalendarId> calendars) {
		Set<ShownTools.Place> hidden = new HashSet<>();
		jdbc.sql("""
				SELECT c.calendar, h.portal, h.tool
				FROM preference.display_calendar c
				JOIN preference.display_hidden h ON h.template = c.template
				WHERE c.calendar = ANY (?)
				""").param(numbers(calendars)).query(row -> {
			hidden.add(new ShownTools.Place(new CalendarId(row.getLong("calendar")), Portal.ofCode(row.getInt("portal")),
					PortalTool.ofCode(row.getInt("tool"))));
		});
		return new ShownTools(hidden);
	}

	private void saveTools(long template, Map<Portal, Set<PortalTool>> hidden, Origin origin) {
		Map<Portal, Set<PortalTool>> before = new TreeMap<>();
		jdbc.sql("DELETE FROM preference.display_hidden WHERE template = ? RETURNING portal, tool").param(template).query(row -> {
			before.computeIfAbsent(Portal.ofCode(row.getInt("portal")), _ -> new TreeSet<>()).add(PortalTool.ofCode(row.getInt("tool")));
		});
		List<Short> portals = new ArrayList<>();
		List<Short> tools = new ArrayList<>();
		hidden.forEach((portal, all) -> all.forEach(tool -> {
			portals.add((short) portal.code());
			tools.add((short) tool.code());
		}));
		jdbc.sql("INSERT INTO preference.display_hidden SELECT ?, * FROM unnest(?::smallint[], ?::smallint[])").param(template)
				.param(portals.toArray(Short[]::new)).param(tools.toArray(Short[]::new)).update();
		audit(origin, "template/" + template + "/hidden", words(before), words(hidden));
	}

	private void saveCalendars(long template, Set<CalendarId> calendars, Origin origin) {
		Map<Long, Long> before = new TreeMap<>();
		jdbc.sql("""
				DELETE FROM preference.display_calendar WHERE template = ? OR calendar = ANY (?) RETURNING calendar, template
				""").param(template).param(numbers(calendars)).query(row -> {
			before.put(row.getLong("calendar"), row.getLong("template"));
		});
		jdbc.sql("""
				INSERT INTO preference.display_calendar (calendar, template) SELECT c, ? FROM unnest(?::bigint[]) AS u(c) ORDER BY c
				ON CONFLICT (calendar) DO UPDATE SET template = excluded.template
				""").param(template).param(numbers(calendars)).update();
		Set<Long> touched = new TreeSet<>(before.keySet());
		calendars.forEach(calendar -> touched.add(calendar.value()));
		touched.forEach(calendar -> audit(origin, "calendar/" + calendar, text(before.get(calendar)),
				calendars.contains(new CalendarId(calendar)) ? text(template) : null));
	}

	private void audit(Origin origin, String thing, @Nullable String before, @Nullable String after) {
		if (!Objects.equals(before, after)) {
			trail.append(origin, new Change(TOOL, thing, before, after));
		}
	}

	/** Such as {@code PARENT=GRADES+ATTENDANCE;STUDENT=GRADES}, in the order of the declarations; empty if nothing is hidden. */
	private static String words(Map<Portal, Set<PortalTool>> hidden) {
		return new TreeMap<>(hidden).entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
				.map(entry -> entry.getKey() + "="
						+ entry.getValue().stream().sorted().map(PortalTool::name).collect(Collectors.joining("+")))
				.collect(Collectors.joining(";"));
	}

	private static @Nullable String text(@Nullable Long number) {
		return number == null ? null : number.toString();
	}

	private static long[] numbers(Collection<CalendarId> calendars) {
		return calendars.stream().mapToLong(CalendarId::value).toArray();
	}
}
