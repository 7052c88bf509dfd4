/**
 * A second opinion on every trace: random days of scores go in through the public API, and what must come out is worked out by plain SQL over records and
 * choices and a table of rules, by means that share nothing with the decision. Uses no class of {@code decision} or {@code notice}.
 */
@NullMarked
package org.schoolbell.district.oracle;

import org.jspecify.annotations.NullMarked;
