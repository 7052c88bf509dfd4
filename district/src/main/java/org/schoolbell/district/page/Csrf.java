package org.schoolbell.district.page;

/**
 * What a form or a script sends along so that no other site can send it in the reader's name.
 *
 * @param parameter the name of the form's hidden field
 * @param header the name of the header for scripts
 * @param value good for this session; redacted in text
 */
public record Csrf(String parameter, String header, String value) {
	@Override
	public String toString() {
		return "Csrf[redacted]";
	}
}
