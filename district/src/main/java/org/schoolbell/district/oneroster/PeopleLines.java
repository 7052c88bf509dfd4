package org.schoolbell.district.oneroster;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.CalendarPlan;
import org.schoolbell.district.oneroster.csv.Column;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.LineFaultException;
import org.schoolbell.district.oneroster.csv.Manifest.Mode;
import org.schoolbell.district.oneroster.csv.Vocabulary;
import org.schoolbell.district.roster.ProfileRecord;
import org.schoolbell.district.roster.RoleRecord;
import org.schoolbell.district.roster.UserRecord;

/** users.csv, roles.csv and userProfiles.csv. The columns {@code password} are not among those read. */
final class PeopleLines {
	private PeopleLines() {
	}

	static final class Users extends LineReader<UserRecord> {
		private final Column enabled = columns().required("enabledUser");
		private final Column given = columns().required("givenName");
		private final Column family = columns().required("familyName");
		private final Column preferred = columns().optional("preferredGivenName");
		private final Column agents = columns().optional("agentSourcedIds");
		private final Column grades = columns().optional("grades");
		private final Column portal;

		/** @param portalColumn the column of a student's line that lists the agents who may see the student */
		Users(Mode mode, String portalColumn) {
			super(mode);
			this.portal = columns().optional(portalColumn);
		}

		@Override
		UserRecord record(CsvLine line) {
			return new UserRecord(line.neededName(given), line.neededName(family), line.name(preferred), line.words(grades),
					line.neededFlag(enabled), line.ids(agents), portal.isPresent() ? line.ids(portal) : null);
		}
	}

	static final class Roles extends LineReader<RoleRecord> {
		private static final Vocabulary ROLE = Vocabulary.of("aide", "counselor", "districtAdministrator", "guardian", "parent",
				"principal",
				"proctor", "relative", "siteAdministrator", "student", "systemAdministrator", "teacher");

		private final Column user = columns().required("userSourcedId");
		private final Column role = columns().required("role");
		private final Column begin = columns().optional("beginDate");
		private final Column end = columns().optional("endDate");
		private final Column org = columns().required("orgSourcedId");
		private final CalendarPlan plan;
		private final ZoneId zone;

		Roles(Mode mode, CalendarPlan plan, ZoneId zone) {
			super(mode);
			this.plan = plan;
			this.zone = zone;
		}

		@Override
		RoleRecord record(CsvLine line) {
			LocalDate starts = line.day(begin, zone);
			LocalDate ends = line.day(end, zone);
			requireOrder(starts, ends, end);
			return new RoleRecord(line.id(user), References.org(plan, line, org).id(), line.word(role, ROLE), starts, ends);
		}
	}

	static final class Profiles extends LineReader<ProfileRecord> {
		private final Column user = columns().required("userSourcedId");
		private final Column type = columns().required("profileType");
		private final Column vendor = columns().required("vendorId");
		private final Column application = columns().optional("applicationId");
		private final Column username = columns().optional("username");

		Profiles(Mode mode) {
			super(mode);
		}

		@Override
		ProfileRecord record(CsvLine line) {
			return new ProfileRecord(line.id(user), line.neededName(type), line.neededName(vendor), line.name(application),
					line.name(username));
		}
	}

	/** A record that begins and ends on the same day never began; one that ends before it begins is a mistake. */
	static void requireOrder(@Nullable LocalDate starts, @Nullable LocalDate ends, Column end) {
		if (starts != null && ends != null && ends.isBefore(starts)) {
			throw new LineFaultException(end, ends.toString(), "is before beginDate " + starts, "the day after the last");
		}
	}
}
