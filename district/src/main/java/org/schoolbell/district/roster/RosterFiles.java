package org.schoolbell.district.roster;

import java.util.List;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.CopyRow;
import org.schoolbell.district.staging.StagedFile;

/** The staging tables of the files that the roster takes. */
public final class RosterFiles {
	/** Guardians, students and staff. */
	public static final StagedFile<UserRecord> USERS = new StagedFile<>("roster.import_user", List.of("given_name", "family_name",
			"preferred_given_name", "grades", "portal_account", "agents", "may_see"), RosterFiles::write);
	/** Who is what, and where. */
	public static final StagedFile<RoleRecord> ROLES = new StagedFile<>("roster.import_role",
			List.of("person", "org", "role", "starts", "ends_on"), RosterFiles::write);
	/** By what names systems know people. */
	public static final StagedFile<ProfileRecord> PROFILES = new StagedFile<>("roster.import_profile",
			List.of("person", "type", "vendor", "application", "username"), RosterFiles::write);
	/** What is taught. */
	public static final StagedFile<CourseRecord> COURSES = new StagedFile<>("roster.import_course", List.of("title", "code"),
			RosterFiles::write);
	/** Sections, which OneRoster calls classes. */
	public static final StagedFile<ClassRecord> CLASSES = new StagedFile<>("roster.import_class",
			List.of("title", "code", "course", "calendar", "terms"), RosterFiles::write);
	/** Who is in a section, which OneRoster calls an enrollment. */
	public static final StagedFile<ListRecord> LISTS = new StagedFile<>("roster.import_list",
			List.of("section", "person", "part", "starts", "ends_on", "starts_given", "ends_given"), RosterFiles::write);

	static final List<StagedFile<?>> ALL = List.of(USERS, ROLES, PROFILES, COURSES, CLASSES, LISTS);

	private RosterFiles() {
	}

	private static void write(UserRecord user, CopyRow row) {
		row.text(user.givenName()).text(user.familyName()).text(user.preferredGivenName()).texts(user.grades()).flag(user.portalAccount())
				.texts(values(user.agents())).texts(user.maySee() == null ? null : values(user.maySee()));
	}

	private static List<String> values(List<SourcedId> sourcedIds) {
		return sourcedIds.stream().map(SourcedId::value).toList();
	}

	private static void write(RoleRecord role, CopyRow row) {
		row.text(role.person().value()).number(role.org().value()).text(role.role()).date(role.starts()).date(role.ends());
	}

	private static void write(ProfileRecord profile, CopyRow row) {
		row.text(profile.person().value()).text(profile.type()).text(profile.vendor()).text(profile.application()).text(profile.username());
	}

	private static void write(CourseRecord course, CopyRow row) {
		row.text(course.title()).text(course.code());
	}

	private static void write(ClassRecord section, CopyRow row) {
		row.text(section.title()).text(section.code()).text(section.course() == null ? null : section.course().value())
				.number(section.calendar().value())
				.numbers(section.terms().stream().mapToLong(term -> term.id().value()).sorted().distinct().toArray());
	}

	private static void write(ListRecord list, CopyRow row) {
		row.text(list.section().value()).text(list.person().value()).text(list.part().name()).date(list.starts()).date(list.ends())
				.flag(list.starts() != null).flag(list.ends() != null);
	}
}
