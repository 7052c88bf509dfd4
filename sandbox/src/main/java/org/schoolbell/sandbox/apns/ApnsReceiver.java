package org.schoolbell.sandbox.apns;

import java.util.Objects;

import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;

import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.delivery.Message;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PhoneBook;

/**
 * Judges the pushes of one connection and hands those that pass to the phone. Pushy's part remembers the connection's team, since Apple
 * takes one team a connection; so there is one receiver a connection, used by its thread alone.
 */
final class ApnsReceiver {
	private final PushyChecks pushy;
	private final ApnsContract contract;
	private final PhoneBook phones;
	private final DeliveryLog deliveries;

	ApnsReceiver(PushyChecks pushy, ApnsContract contract, PhoneBook phones, DeliveryLog deliveries) {
		this.pushy = pushy;
		this.contract = contract;
		this.phones = phones;
		this.deliveries = deliveries;
	}

	ApnsAnswer receive(ApnsRequest request) {
		try {
			contract.checkHeaders(request);
			pushy.check(request);
			show(request);
			return ApnsAnswer.ACCEPTED;
		} catch (UnregisteredDeviceTokenException e) {
			return ApnsAnswer.refusing(PushyRefusal.of(e));
		} catch (RejectedNotificationException e) {
			RejectionReason reason = contract.refine(PushyRefusal.reasonOf(e), request);
			return ApnsAnswer.refusing(PushyRefusal.of(reason, null));
		}
	}

	private void show(ApnsRequest request) throws RejectedNotificationException {
		// Apple names no reason for a payload without anything to show; this one says it best.
		ApnsPayload payload = ApnsPayload.read(request.payload())
				.orElseThrow(() -> new RejectedNotificationException(RejectionReason.PAYLOAD_EMPTY));
		// A phone may lose the app between Pushy's look and this one; Apple would not know either.
		Phone phone = phones.withToken(request.token())
				.orElseThrow(() -> new RejectedNotificationException(RejectionReason.BAD_DEVICE_TOKEN));
		String id = Objects.requireNonNull(request.header(ApnsHeader.ID), "checked with the headers");
		deliveries.record(phone, new Message(id, request.header(ApnsHeader.COLLAPSE_ID), payload.alerting(), payload.title(),
				payload.body(), payload.data()));
	}
}
