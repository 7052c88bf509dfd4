/**
 * The pages about one's own account: signing in and out, choosing a password, changing it, the devices where one stays
 * logged in, and the start page that leads on. Forms come in; sessions
 * begin and end here.
 */
@NullMarked
package org.schoolbell.district.account.page;

import org.jspecify.annotations.NullMarked;
