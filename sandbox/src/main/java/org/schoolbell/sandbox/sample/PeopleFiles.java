package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.schoolbell.sandbox.sample.Schools.SampleSchool;

import static org.schoolbell.sandbox.sample.OneRosterFiles.bulk;
import static org.schoolbell.sandbox.sample.OneRosterFiles.flag;
import static org.schoolbell.sandbox.sample.OneRosterFiles.row;

/** Users, their roles, and who is on which list. */
final class PeopleFiles {
	/** The column that lists who may see a student. */
	static final String PORTAL = "metadata.portal";
	private static final String NO_DATE = "";

	private final SampleDistrict district;

	PeopleFiles(SampleDistrict district) {
		this.district = district;
	}

	List<OneRosterFile> all() {
		return List.of(
				bulk("users",
						"enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
								+ "userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,"
								+ PORTAL,
						this::users),
				bulk("roles", "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId", this::roles),
				bulk("enrollments", "classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate", this::enrollments));
	}

	private Stream<List<String>> users() {
		Stream<List<String>> teachers = district.schools().all().stream()
				.flatMap(school -> district.teachers(school).stream().map(teacher -> teacher(teacher, school)));
		Stream<List<String>> families = district.families()
				.flatMap(family -> Stream.concat(family.guardians().stream().map(guardian -> guardian(guardian, family)),
						district.students(family).map(student -> student(student, family))));
		return Stream.concat(teachers, families);
	}

	private List<String> teacher(String sourcedId, SampleSchool school) {
		if (sourcedId.equals(StoryFamily.TEACHER)) {
			return user(sourcedId, true, "Ada", "Okafor", "", "", school.sourcedId(), "");
		}
		Draw draw = district.draw().of("teacher").of(sourcedId);
		return user(sourcedId, true, district.names().givenName(draw, draw), district.names().familyName(draw, draw), "", "",
				school.sourcedId(), "");
	}

	/** In one family of ten the adults' rows name the children, in the others the children's rows name the adults: OneRoster allows both. */
	private List<String> guardian(SampleGuardian guardian, Family family) {
		String agents = family.adultsNameChildren() ? String.join(",", family.students().mapToObj(Students::sourcedId).toList()) : "";
		return user(guardian.sourcedId(), guardian.accountEnabled(), guardian.givenName(), guardian.familyName(), agents, "", "", "");
	}

	private List<String> student(SampleStudent student, Family family) {
		String agents = family.adultsNameChildren() ? "" : ids(student.relationships().stream());
		return user(student.sourcedId(), student.accountEnabled(), student.givenName(), student.familyName(), agents, student.grade(),
				student.school(),
				ids(student.relationships().stream().filter(SampleRelationship::portal)));
	}

	private static String ids(Stream<SampleRelationship> relationships) {
		return String.join(",", relationships.map(r -> r.guardian().sourcedId()).toList());
	}

	private static List<String> user(String sourcedId, boolean enabled, String givenName, String familyName, String agents, String grade,
			String school,
			String portal) {
		return row(sourcedId, flag(enabled), sourcedId, "", givenName, familyName, "", "", sourcedId + "@example.org", "", "",
				agents, grade, "",
				"", "", "", "", school, "", portal);
	}

	private Stream<List<String>> roles() {
		Stream<List<String>> teachers = district.schools().all().stream().flatMap(school -> district.teachers(school).stream()
				.map(teacher -> role("role-" + teacher, teacher, "teacher", NO_DATE, NO_DATE, school.sourcedId())));
		Stream<List<String>> families = district.families()
				.flatMap(family -> Stream.concat(family.guardians().stream().map(this::guardianRole),
						district.students(family).flatMap(this::studentRoles)));
		return Stream.concat(teachers, families);
	}

	private List<String> guardianRole(SampleGuardian guardian) {
		return role("role-" + guardian.sourcedId(), guardian.sourcedId(), guardian.role(), NO_DATE, NO_DATE, Schools.DISTRICT);
	}

	/** An enrollment that lasts to the end of the Active year is open: nobody knows yet when it ends. */
	private Stream<List<String>> studentRoles(SampleStudent student) {
		List<SampleEnrollment> enrollments = student.enrollments();
		return IntStream.range(0, enrollments.size()).mapToObj(n -> {
			SampleEnrollment enrollment = enrollments.get(n);
			boolean open = enrollment.end().equals(district.activeYear().end());
			return role("role-" + student.sourcedId() + "-" + (n + 1), student.sourcedId(), "student", enrollment.begin().toString(),
					open ? NO_DATE : enrollment.end().toString(), enrollment.school());
		});
	}

	private static List<String> role(String sourcedId, String user, String role, String begin, String end, String org) {
		return row(sourcedId, user, "primary", role, begin, end, org, "");
	}

	private Stream<List<String>> enrollments() {
		Stream<List<String>> teachers = district.sections()
				.map(section -> row("teaching-" + section.sourcedId(), section.sourcedId(), section.school(),
						section.teacher(), "teacher", "true", NO_DATE, NO_DATE));
		return Stream.concat(teachers, district.students().flatMap(this::rosterLines));
	}

	private Stream<List<String>> rosterLines(SampleStudent student) {
		List<SampleRosterLine> roster = student.roster();
		return IntStream.range(0, roster.size()).mapToObj(n -> rosterLine(student, roster.get(n), n + 1));
	}

	/** Every fifth student's lines for a whole year have no dates: their class's terms stand in. */
	private static List<String> rosterLine(SampleStudent student, SampleRosterLine line, int number) {
		SampleSection section = line.section();
		boolean undated = student.number() % 5 == 4 && line.begin().equals(section.year().begin())
				&& line.end().equals(section.year().end());
		return row("list-" + Digits.of(student.number(), 6) + "-" + number, section.sourcedId(), section.school(), student.sourcedId(),
				"student", "false",
				date(undated, line.begin()), date(undated, line.end()));
	}

	private static String date(boolean undated, LocalDate date) {
		return undated ? NO_DATE : date.toString();
	}
}
