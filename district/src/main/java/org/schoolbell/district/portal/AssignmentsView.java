package org.schoolbell.district.portal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the template of a student's assignments is given.
 *
 * @param student whose, null if the reader has no student
 * @param closed whether the school keeps something closed
 */
public record AssignmentsView(Reader reader, @Nullable Student student, List<SectionView> sections, boolean closed) {}
