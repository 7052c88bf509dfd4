package org.schoolbell.district.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of OneRoster's CSV binding that an import reads, in the order in which one refers to another, with the columns that we leave unread. */
enum CsvName {
	ORGS("orgs", "identifier"), ACADEMIC_SESSIONS("academicSessions", ""), USERS("users",
			"username userIds middleName identifier email sms phone password userMasterIdentifier preferredMiddleName preferredFamilyName "
					+ "primaryOrgSourcedId pronouns"), ROLES("roles", "roleType userProfileSourcedId"), USER_PROFILES("userProfiles",
							"description credentialType password"), COURSES("courses",
									"schoolYearSourcedId grades orgSourcedId subjects subjectCodes"), CLASSES("classes",
											"grades classType location subjects subjectCodes periods"), ENROLLMENTS("enrollments",
													"primary"), CATEGORIES("categories", "weight"), LINE_ITEMS("lineItems",
															"schoolSourcedId"), RESULTS("results", "classSourcedId");

	/** Files that OneRoster has and nothing here needs: students' birth dates and descent least of all. */
	private static final Set<String> NOT_KEPT = Set.of("demographics", "resources", "classresources", "courseresources", "userresources",
			"lineitemlearningobjectiveids", "lineitemscorescales", "resultlearningobjectiveids", "resultscorescales", "scorescales");

	private final String file;
	private final String unread;

	CsvName(String file, String unread) {
		this.file = file;
		this.unread = unread;
	}

	/** @return OneRoster's name, without {@code .csv} */
	String file() {
		return file;
	}

	/** @return those of the columns that OneRoster does not have */
	List<String> strangers(List<String> unreadColumns) {
		Set<String> known = Stream.of((unread + " dateLastModified").toLowerCase(Locale.ROOT).split(" ")).collect(Collectors.toSet());
		return unreadColumns.stream().filter(column -> !column.isEmpty() && !known.contains(column.toLowerCase(Locale.ROOT))).toList();
	}

	/** @return whether an import reads the file, or leaves it unread on purpose */
	static boolean isKnown(String lowerCaseFile) {
		return lowerCaseFile.equals("manifest") || NOT_KEPT.contains(lowerCaseFile)
				|| Arrays.stream(values()).anyMatch(name -> name.file.toLowerCase(Locale.ROOT).equals(lowerCaseFile));
	}
}
