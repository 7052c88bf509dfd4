package org.schoolbell.sandbox.apns;

import java.util.Objects;

import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;

import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.delivery.Message;
import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.http2.Http2Answer;
import org.schoolbell.sandbox.http2.Http2Request;
import org.schoolbell.sandbox.http2.Http2Service;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.phone.Platform;

/**
 * Judges the pushes of one connection and hands those that pass to the phone. Pushy's part remembers the connection's team, since Apple
 * takes one team a connection; so there is one receiver a connection, used by its thread alone.
 */
final class ApnsReceiver implements Http2Service {
	/** As at Apple, a sender may have one stream until its first token has been found good, and these from then on. */
	private static final int STREAMS = 1_000;
	private static final int STREAMS_BEFORE_TRUST = 1;
	private static final int FORBIDDEN = 403;

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

	@Override
	public Platform platform() {
		return Platform.APNS;
	}

	@Override
	public String addressee(Http2Request request) {
		return ApnsHeader.tokenOf(request);
	}

	@Override
	public int streams() {
		return STREAMS_BEFORE_TRUST;
	}

	@Override
	public int streamsAfter(Http2Answer answer, int before) {
		return answer.status() == FORBIDDEN ? before : STREAMS;
	}

	@Override
	public Http2Answer suffer(FaultAnswer fault, Http2Request request) {
		return withId(ApnsAnswer.of(fault), request);
	}

	@Override
	public Http2Answer failed() {
		return ApnsAnswer.FAILED;
	}

	@Override
	public Http2Answer receive(Http2Request request) {
		return withId(judge(request), request);
	}

	private static Http2Answer withId(Http2Answer answer, Http2Request request) {
		String id = request.header(ApnsHeader.ID);
		return id == null ? answer : answer.with(ApnsHeader.ID.toString(), id);
	}

	private Http2Answer judge(Http2Request request) {
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

	private void show(Http2Request request) throws RejectedNotificationException {
		// Apple names no reason for a payload without anything to show; this one says it best.
		ApnsPayload payload = ApnsPayload.read(request.body())
				.orElseThrow(() -> new RejectedNotificationException(RejectionReason.PAYLOAD_EMPTY));
		// A phone may lose the app between Pushy's look and this one; Apple would not know either.
		Phone phone = phones.withToken(ApnsHeader.tokenOf(request))
				.orElseThrow(() -> new RejectedNotificationException(RejectionReason.BAD_DEVICE_TOKEN));
		String id = Objects.requireNonNull(request.header(ApnsHeader.ID), "checked with the headers");
		deliveries.record(phone, new Message(id, request.header(ApnsHeader.COLLAPSE_ID), payload.alerting(), payload.title(),
				payload.body(), payload.data()));
	}
}
