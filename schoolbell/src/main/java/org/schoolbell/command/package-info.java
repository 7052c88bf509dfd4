/**
 * The commands of the jar: what their options are called, which values are right, and which part of the product does the work. In come arguments; out come an
 * exit status (0 done, 1 the work failed, 2 wrong usage) and text for the person who typed them.
 */
@NullMarked
package org.schoolbell.command;

import org.jspecify.annotations.NullMarked;
