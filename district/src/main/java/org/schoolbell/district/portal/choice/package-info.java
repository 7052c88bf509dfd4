/**
 * Settings > Notifications: what somebody wants to be told about each student, what that would have told lately, and what it looks like when it comes. The
 * forms of whoever reads in a portal come in; pages go out. What is chosen is kept by {@code preference}, and decided by nobody here.
 */
@NullMarked
package org.schoolbell.district.portal.choice;

import org.jspecify.annotations.NullMarked;
