package org.schoolbell.district.decision;

/**
 * The rules, each with the number that traces keep for it: hundreds say the list, the rest the place in it. Gaps are the places of rules that
 * need records which the district does not have yet. Numbers are never used twice.
 */
public enum Rule {
	/** The write was marked silent. */
	SILENT(101),
	/** A later change of the same subject was decided in its place. */
	OVERTAKEN(102),
	/** The value is again what it was before the first undecided change. */
	WITHDRAWN(103),
	/** The record's calendar is not in the Active school year. */
	NOT_ACTIVE_YEAR(105),
	/** No enrollment in the record's calendar held the student on the record's own date. */
	NOT_ENROLLED(106),
	/** The section's roster did not hold the student on the record's own date. */
	NOT_ON_ROSTER(107),
	/** The portal data of the record's calendar or term is not enabled. */
	PORTAL_DISABLED(108),
	/** The assignment is not shown. */
	NOT_PUBLISHED(109),
	/** The work is exempt, dropped or inactive, or there is no score any more. */
	NOT_COUNTED(110),

	/** No enabled portal account or, for a guardian, no current relationship with the portal flag. */
	NO_ACCESS(301),
	/** The Display Options do not show the kind's tool in the portal in which this person reads. */
	TOOL_HIDDEN(302),
	/** The person caused it, in whichever of their accounts. */
	OWN_ACT(303),
	/** The person switched off this kind for this student, or this part of it. */
	KIND_OFF(306),
	/** The person wants to be told below a threshold only, and this is not below it. */
	ABOVE_THRESHOLD(307),

	/** The district's switch "Enable Push Notifications" is off. */
	PUSH_DISABLED(401),
	/** Nobody needs to hear it on a phone any more. */
	TOO_OLD(402),
	/** No device with push on and a live Stay Logged In session. */
	NO_DEVICE(403);

	private final int code;

	Rule(int code) {
		this.code = code;
	}

	/** @return the number in tables */
	public int code() {
		return code;
	}

	/**
	 * @param code the number in tables
	 * @return the rule with that number
	 * @throws IllegalArgumentException if there is none
	 */
	public static Rule ofCode(int code) {
		for (Rule rule : values()) {
			if (rule.code == code) {
				return rule;
			}
		}
		throw new IllegalArgumentException("No rule has the code " + code);
	}
}
