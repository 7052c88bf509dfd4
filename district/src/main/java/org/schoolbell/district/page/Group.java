package org.schoolbell.district.page;

/** Under which heading an entry of the navigation stands. */
public enum Group {
	/** What teachers and the office do all day: the bar on top. */
	STAFF("navigation.staff"),
	/** What administrators set. */
	PORTAL_PREFERENCES("navigation.portal-preferences"),
	/** What administrators and the help desk watch. */
	RUNNING("navigation.running"),
	/** What a family reads: the tabs of its pages. */
	FAMILY("navigation.family"),
	/** What a family sets: the list on its Settings page. */
	FAMILY_SETTINGS("navigation.family-settings"),
	/** What is about the one who is signed in: the menu below the name. */
	PERSON("navigation.person");

	private final String key;

	Group(String key) {
		this.key = key;
	}

	/** @return the text of the heading */
	public String key() {
		return key;
	}
}
