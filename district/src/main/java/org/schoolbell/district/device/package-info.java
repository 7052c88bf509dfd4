/**
 * Phones and the Stay Logged In sessions that let them be told: one question, one room.
 * Registrations come in; addresses of the devices that may be told now go out.
 */
@NullMarked
package org.schoolbell.district.device;

import org.jspecify.annotations.NullMarked;
