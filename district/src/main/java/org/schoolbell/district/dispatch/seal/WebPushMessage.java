package org.schoolbell.district.dispatch.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.PushId;

/**
 * What a browser shows: a Declarative Web Push message (W3C Push API), which newer browsers show by themselves and which the portal's service worker shows
 * elsewhere. Redacted in text.
 *
 * @param link a path of the portal; a browser resolves it against the scope of the app that subscribed
 * @param tag what it replaces on the screen
 * @param language of title and body, BCP 47
 * @param alerting false: without a sound
 * @param badge the number on the app's icon; null leaves it as it is
 */
public record WebPushMessage(PushId id, String title, String body, String link, CollapseId tag, String language, boolean alerting,
		@Nullable Integer badge) {
	private static final int RFC_8030 = 8030;

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Message(@JsonProperty("web_push") int webPush, @JsonProperty("app_badge") @Nullable Integer badge,
			Notification notification) {}

	private record Notification(String title, String body, String navigate, String tag, String lang, boolean silent, Content data) {}

	private record Content(String id) {}

	/**
	 * @return JSON, at most {@link Sealer#LONGEST} bytes; a body that does not fit is shortened
	 * @throws IllegalArgumentException if it does not fit even without a body
	 */
	public byte[] json() {
		return Fitting.json(body,
				fitting -> new Message(RFC_8030, badge, new Notification(title, fitting, link, tag.value(), language, !alerting,
						new Content(id.value().toString()))));
	}

	@Override
	public String toString() {
		return "WebPushMessage[redacted]";
	}
}
