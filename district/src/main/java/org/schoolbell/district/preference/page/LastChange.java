package org.schoolbell.district.preference.page;

import java.time.Instant;

/**
 * Who turned the switch last, and when.
 *
 * @param key of the sentence, which depends on what kind of actor it was
 * @param who the person's name or the program's id; empty where the sentence needs none
 */
public record LastChange(String key, String who, Instant at) {}
