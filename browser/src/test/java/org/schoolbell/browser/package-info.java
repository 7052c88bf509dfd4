/**
 * The pages in a real browser: what a teacher, an administrator and a family would see and do, on a demo started from the runnable jar. It knows nothing of
 * the product's classes, only its addresses and what its pages say.
 */
@NullMarked
package org.schoolbell.browser;

import org.jspecify.annotations.NullMarked;
