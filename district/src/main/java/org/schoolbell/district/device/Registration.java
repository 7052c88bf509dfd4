package org.schoolbell.district.device;

import org.schoolbell.district.event.PersonId;

/**
 * A person signs in on a device and stays logged in.
 *
 * @param name what the person calls the device, 1 to 100 characters
 */
public record Registration(PersonId person, String name, Endpoint endpoint) {
	private static final int MOST_CHARACTERS = 100;

	/** @throws IllegalArgumentException if the name is blank or too long */
	public Registration {
		checkName(name);
	}

	static void checkName(String name) {
		if (name.isBlank() || name.length() > MOST_CHARACTERS) {
			throw new IllegalArgumentException("a device's name has 1 to " + MOST_CHARACTERS + " characters");
		}
	}
}
