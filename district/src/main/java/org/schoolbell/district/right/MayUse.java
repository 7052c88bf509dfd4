package org.schoolbell.district.right;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on every method of a page's controller that needs a right to a tool, and names it. A method of a page has this, {@link ForSignedIn} or
 * {@link ForEveryone}; the server does not start with one that has none. Which records somebody may touch is the method's own to check.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayUse {
	/** @return the tool */
	Tool value();

	/** @return the least right that opens the door */
	Level to() default Level.READ;
}
