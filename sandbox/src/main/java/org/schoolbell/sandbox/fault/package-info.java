/**
 * How a provider misbehaves on demand. In come faults, over {@code /faults} or from other code in this process; out goes, for each push,
 * what a stand-in shall do with it instead of its best.
 */
@NullMarked
package org.schoolbell.sandbox.fault;

import org.jspecify.annotations.NullMarked;
