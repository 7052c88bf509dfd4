package org.schoolbell.sandbox.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A phone as others may see it: of a browser's keys only what it would tell its web page. */
record PhoneView(String person, String device, Platform platform, DeviceToken token, @Nullable String topic,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Subscribed subscription) {

	/** What {@code PushSubscription.toJSON()} gives, and the key it was made with. */
	record Subscribed(String endpoint, Keys keys, @Nullable String applicationServerKey) {}

	record Keys(String p256dh, String auth) {}

	static PhoneView of(Phone phone, Endpoints endpoints) {
		Subscription own = phone.subscription();
		Subscribed subscribed = own == null
				? null
				: new Subscribed(endpoints.of(own.face(), phone.token()), new Keys(own.keys().p256dh(), own.keys().authSecret()),
						own.applicationServerKey());
		return new PhoneView(phone.person(), phone.device(), phone.platform(), phone.token(), phone.topic(), subscribed);
	}
}
