package org.schoolbell.district.page;

import java.util.Optional;

/** Who looks at a page: what the principal of a page's session says of itself. A principal that is not one of these is shown as nobody. */
public interface SignedIn {
	/** @return the name to show, as entered */
	String name();

	/** @return the school or district to show below the name, empty if there is none */
	String place();

	/** @return whether the reader sees pages of families alone, which are written in more languages than those of staff */
	default boolean ofFamily() {
		return false;
	}

	/** @return the language that the person has chosen, BCP 47 */
	Optional<String> language();
}
