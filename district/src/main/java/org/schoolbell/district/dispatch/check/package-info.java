/**
 * The connection check: walks from this server to the relay and back, as a person at the console or on the administrator's page asks for it, and says what it
 * found in words that a page and the command show in any language. Settings and the way to the broker come in from dispatch; a report goes out.
 */
@NamedInterface("check")
@NullMarked
package org.schoolbell.district.dispatch.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
