/**
 * Benchmarks of the whole flow. Each starts the real jar as real processes, acts through the public doors only, and judges by what it posted
 * itself and what the stand-in received: never by what the district says of itself. The last line printed is one JSON object.
 */
@NullMarked
package org.schoolbell.bench;

import org.jspecify.annotations.NullMarked;
