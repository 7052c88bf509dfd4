/**
 * The sample district: made-up schools, families and scores, as a pure function of a number of students, a seed and a date. Those three come in;
 * a OneRoster 1.2 archive goes out, and beside it what such an archive cannot hold (phones, sessions, languages, choices) and the facts from which a
 * bench can count by itself who should be told. No row is ever kept: each person is derived from the seed and a number, so a district of any size needs
 * the same memory.
 */
@NullMarked
package org.schoolbell.sandbox.sample;

import org.jspecify.annotations.NullMarked;
