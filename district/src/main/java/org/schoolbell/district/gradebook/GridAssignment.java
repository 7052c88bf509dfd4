package org.schoolbell.district.gradebook;

import java.util.Optional;

/**
 * A column of a gradebook.
 *
 * @param category its title, where it has one
 */
public record GridAssignment(Assignment assignment, Optional<String> category) {}
