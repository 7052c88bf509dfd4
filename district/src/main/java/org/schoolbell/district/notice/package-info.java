/**
 * The shell around the decision: claims changes, loads facts, decides, and writes inbox, traces and outbox in one transaction.
 * It implements what dispatch asks: the next pushes after a last look, and their outcomes.
 */
@NullMarked
package org.schoolbell.district.notice;

import org.jspecify.annotations.NullMarked;
