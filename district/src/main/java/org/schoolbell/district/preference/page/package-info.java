/**
 * System Settings, Portal Preferences, Push Notifications: the administrator's page of the district's switch. In come the forms of whoever has the right
 * to the tool, out goes the page; the switch itself, its version and its audit are the package's above.
 */
@NullMarked
package org.schoolbell.district.preference.page;

import org.jspecify.annotations.NullMarked;
