/**
 * How bulk comes in: COPY into UNLOGGED staging tables on one connection, then the questions that every staged file is asked (repeated lines, faults, counts).
 * Each module keeps staging tables in its own schema and asks what only it can ask; whoever imports hands it lines and gets counts and remarks.
 */
@NullMarked
package org.schoolbell.district.staging;

import org.jspecify.annotations.NullMarked;
