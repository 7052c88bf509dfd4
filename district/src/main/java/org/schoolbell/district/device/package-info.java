/**
 * Phones and the Stay Logged In sessions that let them be told: one question, one room.
 * Registrations come in; the devices that may be told now and their addresses go out. Nothing here appears in a log: whoever has a token can push.
 */
@NullMarked
package org.schoolbell.district.device;

import org.jspecify.annotations.NullMarked;
