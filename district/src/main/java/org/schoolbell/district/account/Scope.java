package org.schoolbell.district.account;

import java.util.Optional;
import java.util.stream.Stream;

/** What an API client may be allowed to do. OneRoster's scopes are those of its 1.2 services. */
public enum Scope {
	/** OneRoster: read the core of the rosters. */
	ROSTER_CORE_READONLY(Prefix.ONEROSTER + "roster-core.readonly"),
	/** OneRoster: read the rosters. */
	ROSTER_READONLY(Prefix.ONEROSTER + "roster.readonly"),
	/** OneRoster: read demographics. */
	ROSTER_DEMOGRAPHICS_READONLY(Prefix.ONEROSTER + "roster-demographics.readonly"),
	/** OneRoster: read the core of the gradebooks. */
	GRADEBOOK_CORE_READONLY(Prefix.ONEROSTER + "gradebook-core.readonly"),
	/** OneRoster: read the gradebooks. */
	GRADEBOOK_READONLY(Prefix.ONEROSTER + "gradebook.readonly"),
	/** OneRoster: make and replace records of the gradebooks. */
	GRADEBOOK_CREATEPUT(Prefix.ONEROSTER + "gradebook.createput"),
	/** OneRoster: delete records of the gradebooks. */
	GRADEBOOK_DELETE(Prefix.ONEROSTER + "gradebook.delete"),
	/** Read what Schoolbell itself keeps: notices, traces, settings. */
	SCHOOLBELL_READ("schoolbell.read"),
	/** Report what happened at school, and change settings. */
	SCHOOLBELL_WRITE("schoolbell.write");

	private final String value;

	Scope(String value) {
		this.value = value;
	}

	/** @return as it stands in a token and in a token's request */
	public String value() {
		return value;
	}

	/** @return the authority that a token with this scope has */
	public String authority() {
		return "SCOPE_" + value;
	}

	/** @return the scope of this value, empty if there is none */
	public static Optional<Scope> of(String value) {
		return Stream.of(values()).filter(scope -> scope.value.equals(value)).findAny();
	}

	private static final class Prefix {
		static final String ONEROSTER = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
	}
}
