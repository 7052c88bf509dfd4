package org.schoolbell.browser;

import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is looked at: how to come to it, and which picture shows what it should look like.
 *
 * @param name of its screenshots
 * @param role who looks; null is somebody who is not signed in
 * @param picture the beginning of its pictures' names; null where none was drawn
 * @param languages in which it exists
 * @param prepare brings an empty browser tab there
 */
record Screen(String name, @Nullable String role, @Nullable String picture, List<String> languages, Consumer<Page> prepare) {
	/** Every page is checked at these widths in px; it is loaded at the first. */
	static final List<Integer> WIDTHS = List.of(375, 320, 1280);
	/** And at these its picture is taken. */
	static final List<Integer> PICTURED = List.of(375, 1280);
	private static final List<String> ENGLISH = List.of("en");
	private static final List<String> BOTH = List.of("en", "es");
	private static final List<String> FAMILIES = List.of("en", "es", "ar");

	/** @return every page that there is */
	static List<Screen> all() {
		return List.of(
				new Screen("phones", null, "10-phone", ENGLISH, Phones::openTold),
				new Screen("sign-in", null, "01-sign-in", FAMILIES, at("/sign-in")),
				new Screen("activate", null, null, BOTH, at("/activate")),
				new Screen("supported-platforms", null, null, FAMILIES, at("/supported-platforms")),
				new Screen("offline", null, null, FAMILIES, at("/offline")),
				new Screen("start", "clerk", null, BOTH, at("/")),
				new Screen("today", "parent", "02-today", FAMILIES, Portal::openToday),
				new Screen("notifications", "parent", "03-inbox", FAMILIES, Portal::openInbox),
				new Screen("assignments", "parent", null, FAMILIES, at("/assignments")),
				new Screen("work", "parent", null, FAMILIES, Portal::openRecord),
				new Screen("why", "parent", null, FAMILIES, Portal::openWhy),
				new Screen("settings", "parent", null, FAMILIES, at("/settings")),
				new Screen("settings-notifications", "parent", "04-settings-notifications", FAMILIES, at("/settings/notifications")),
				new Screen("password", "teacher", null, BOTH, at("/account/password")),
				new Screen("devices", "parent", null, BOTH, at("/settings/devices")),
				new Screen("sections", "teacher", null, BOTH, at("/gradebook")),
				new Screen("gradebook", "teacher", "05-gradebook", BOTH, Gradebook::open),
				new Screen("assignment", "teacher", null, BOTH, at(Gradebook.SECTION + "/assignments")),
				new Screen("assignment-overtaken", "teacher", null, BOTH, Gradebook::openOvertaken),
				new Screen("push-notifications", "administrator", "07-push-notifications", BOTH, Administrator::openChecked),
				new Screen("push-notifications-overtaken", "administrator", null, BOTH, Administrator::openOvertaken),
				new Screen("forbidden", "parent", null, BOTH, at("/settings/push-notifications")),
				new Screen("not-found", "parent", null, BOTH, at("/not-there")),
				new Screen("failed", "teacher", null, BOTH, Gradebook::openFailing));
	}

	private static Consumer<Page> at(String path) {
		return page -> page.navigate(Demo.running().district(path));
	}

	/** @return light and dark, in each of its languages */
	List<Look> looks() {
		return Look.all().stream().filter(look -> languages.contains(look.language())).toList();
	}

	@Override
	public String toString() {
		return name;
	}
}
