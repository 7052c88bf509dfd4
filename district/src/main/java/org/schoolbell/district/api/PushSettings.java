package org.schoolbell.district.api;

/**
 * "Enable Push Notifications", one switch for all schools of the district.
 *
 * @param enabled whether pushes leave; the inbox goes on either way
 */
record PushSettings(boolean enabled) {}
