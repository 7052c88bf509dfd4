package org.schoolbell.district.account.page;

import java.util.Map;
import java.util.Optional;

/**
 * What the template of the page for activation keys is given. What was typed as key and password is not shown again, but for a key that is still good.
 *
 * @param errors the key of a text for each field that is wrong, in the order of the fields
 * @param minutes how long to wait after too many wrong keys, 0 if there is nothing to wait for
 */
public record ActivationView(String key, String username, Map<String, String> errors, long minutes) {
	/** @return the key of what is wrong with this field */
	public Optional<String> error(String field) {
		return Optional.ofNullable(errors.get(field));
	}
}
