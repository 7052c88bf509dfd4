/**
 * The runnable jar's entry: {@link org.schoolbell.Main} hands the command line to the commands in {@code command} and turns their failures into one sentence
 * and an exit status. Nothing of a role lives here.
 */
@NullMarked
package org.schoolbell;

import org.jspecify.annotations.NullMarked;
