package org.schoolbell.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a push goes: one device, or one browser, of one platform. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "platform")
@JsonSubTypes({@JsonSubTypes.Type(value = Target.Apns.class, name = "APNS"), @JsonSubTypes.Type(value = Target.Fcm.class, name = "FCM"),
		@JsonSubTypes.Type(value = Target.WebPush.class, name = "WEB_PUSH")})
public sealed interface Target {

	/** Who delivers to this target. */
	default Platform platform() {
		return switch (this) {
			case Apns _ -> Platform.APNS;
			case Fcm _ -> Platform.FCM;
			case WebPush _ -> Platform.WEB_PUSH;
		};
	}

	/** An app on an Apple device. */
	record Apns(ApnsToken token, ApnsTopic topic, ApnsEnvironment environment) implements Target {
		public Apns {
			Rules.present(token, "target.token");
			Rules.present(topic, "target.topic");
			Rules.present(environment, "target.environment");
		}
	}

	/** An app on an Android device. */
	record Fcm(FcmToken token) implements Target {
		public Fcm {
			Rules.present(token, "target.token");
		}
	}

	/**
	 * A browser.
	 *
	 * @param body
	 *            the finished RFC 8291 {@code aes128gcm} record, sealed by the district: the relay cannot read it
	 */
	record WebPush(WebPushEndpoint endpoint, VapidAuthorization authorization, Ciphertext body) implements Target {
		public WebPush {
			Rules.present(endpoint, "target.endpoint");
			Rules.present(authorization, "target.authorization");
			Rules.present(body, "target.body");
		}
	}
}
