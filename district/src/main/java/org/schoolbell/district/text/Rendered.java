package org.schoolbell.district.text;

/**
 * What a notice says to one reader.
 *
 * @param title at most 60 characters
 * @param body one or two short sentences
 */
public record Rendered(String title, String body) {}
