/**
 * The phones to look at. In come the deliveries; out goes a page with lock screens on which they arrive, and the same as data: what
 * each phone shows after its deliveries so far.
 */
@NullMarked
package org.schoolbell.sandbox.page;

import org.jspecify.annotations.NullMarked;
