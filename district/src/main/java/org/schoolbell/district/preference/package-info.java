/**
 * What the district and each person chose: the district-wide push switch, which tools the portals show (Display Options), per-person settings
 * for each kind, language.
 */
@NullMarked
package org.schoolbell.district.preference;

import org.jspecify.annotations.NullMarked;
