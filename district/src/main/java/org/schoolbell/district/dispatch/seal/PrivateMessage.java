package org.schoolbell.district.dispatch.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.schoolbell.wire.PushId;

/**
 * What an app shows once it has opened a push whose visible text names nobody. The format is published ({@code docs/sealed-payloads.md}): apps in the field
 * read it, so members are added and never changed. Redacted in text.
 *
 * @param kind what kind of event it tells of, such as {@code ASSIGNMENTS}
 * @param link a path of the portal
 * @param language of title and body, BCP 47
 * @param badge the number on the app's icon; null leaves it as it is
 */
public record PrivateMessage(PushId id, String kind, String title, String body, String link, String language, @Nullable Integer badge) {
	private static final int VERSION = 1;

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Message(int version, String id, String kind, String title, String body, String lang, String link,
			@Nullable Integer badge) {}

	/**
	 * @return JSON, at most {@link Sealer#LONGEST} bytes; a body that does not fit is shortened
	 * @throws IllegalArgumentException if it does not fit even without a body
	 */
	public byte[] json() {
		return Fitting.json(body, fitting -> new Message(VERSION, id.value().toString(), kind, title, fitting, language, link, badge));
	}

	@Override
	public String toString() {
		return "PrivateMessage[redacted]";
	}
}
