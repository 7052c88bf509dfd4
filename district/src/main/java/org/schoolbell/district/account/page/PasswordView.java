package org.schoolbell.district.account.page;

import java.util.Map;
import java.util.Optional;

/**
 * What the template of the page for a new password is given. Nothing that was typed is shown again.
 *
 * @param changed whether it was just changed
 * @param errors the key of a text for each field that is wrong
 * @param minutes how long to wait after too many wrong tries, 0 if there is nothing to wait for
 */
public record PasswordView(boolean changed, Map<String, String> errors, long minutes) {
	/** @return the key of what is wrong with this field */
	public Optional<String> error(String field) {
		return Optional.ofNullable(errors.get(field));
	}
}
