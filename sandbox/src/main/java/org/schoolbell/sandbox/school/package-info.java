/**
 * The school at the other end: what a teacher or an administrator does in the demo. In come taps on the phone page; out go calls of the district's public API,
 * with a client's credentials that never leave this process, and what its traces say became of them, in plain words.
 */
@NullMarked
package org.schoolbell.sandbox.school;

import org.jspecify.annotations.NullMarked;
