package org.schoolbell.sandbox.webpush;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.delivery.Message;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.phone.Subscription;

/** The simulated phones with a browser: they open what arrives and show it. */
final class PhoneSubscribers implements Subscribers {
	private final PhoneBook phones;
	private final DeliveryLog deliveries;

	PhoneSubscribers(PhoneBook phones, DeliveryLog deliveries) {
		this.phones = phones;
		this.deliveries = deliveries;
	}

	@Override
	public Found find(Face face, String id) {
		Phone phone = phones.withToken(id).filter(known -> known.platform() == Platform.WEB_PUSH).orElse(null);
		Subscription subscription = phone == null ? null : phone.subscription();
		if (phone == null || subscription == null || subscription.face() != face) {
			return new Found.Unknown();
		}
		return phones.goneSince().containsKey(id) ? new Found.Gone() : new Found.Known(new Browser(phone, subscription));
	}

	private final class Browser implements Subscriber {
		private final Phone phone;
		private final Subscription subscription;

		Browser(Phone phone, Subscription subscription) {
			this.phone = phone;
			this.subscription = subscription;
		}

		@Override
		public @Nullable String applicationServerKey() {
			return subscription.applicationServerKey();
		}

		@Override
		public boolean take(SealedMessage message) {
			Optional<Message> opened = Unsealing.open(message, subscription.keys())
					.flatMap(json -> DeclarativeMessage.read(json, message));
			opened.ifPresent(shown -> deliveries.record(phone, Objects.requireNonNull(shown)));
			return opened.isPresent();
		}
	}
}
