/**
 * Reads a OneRoster archive: a zip of CSV files, checked before it is believed. A zip comes in; lines with typed values go out, with file, line and column
 * for all that cannot be read.
 */
@NullMarked
package org.schoolbell.district.oneroster.csv;

import org.jspecify.annotations.NullMarked;
