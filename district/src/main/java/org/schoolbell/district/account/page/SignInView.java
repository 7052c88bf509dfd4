package org.schoolbell.district.account.page;

/**
 * What the template of the sign-in page is given.
 *
 * @param district the district's name, empty before the first import
 * @param username as typed
 * @param to where to go on to, empty for the start page
 * @param stay whether "Stay logged in" is ticked
 */
public record SignInView(String district, String username, String to, boolean stay, Trouble trouble) {
	/** Why somebody is not signed in. */
	public sealed interface Trouble {
		/** Nothing was tried yet. */
		record None() implements Trouble {}

		/**
		 * Username or password is wrong; the page does not say which.
		 *
		 * @param left how many more tries come without a pause
		 * @param minutes how long sign-in pauses after them
		 */
		record Wrong(int left, long minutes) implements Trouble {}

		/** @param minutes until the next try */
		record Paused(long minutes) implements Trouble {}
	}
}
