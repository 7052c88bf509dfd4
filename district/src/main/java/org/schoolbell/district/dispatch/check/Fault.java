package org.schoolbell.district.dispatch.check;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.dispatch.check.Help.Addressee;

/** What can be wrong on the way, each with a sentence of its own, and who can do something about it. */
enum Fault {
	/** No host is set. */
	NOT_CONFIGURED(null),
	/** DNS has no such name, or does not answer. */
	HOST_UNKNOWN(Addressee.NETWORK),
	/** The port answers that nobody listens. */
	REFUSED(Addressee.NETWORK),
	/** Nothing answers in time. */
	NO_ANSWER(Addressee.NETWORK),
	/** This server has no way there, or something on the way says so. */
	NO_ROUTE(Addressee.NETWORK),
	/** What answers does not speak TLS. */
	NOT_TLS(Addressee.NETWORK),
	/** TLS was ended without a word about the certificate. */
	HANDSHAKE(Addressee.NETWORK),
	/** It cannot even be tried: the settings name certificates that cannot be read. */
	TRUST_UNREADABLE(null),
	/** Signed by an authority that this server does not trust. */
	UNTRUSTED(Addressee.NETWORK),
	/** Past its time. */
	EXPIRED(Addressee.RELAY),
	/** Before its time: one of the two clocks is wrong. */
	NOT_YET_VALID(Addressee.RELAY),
	/** A certificate for other names than the one that was called. */
	OTHER_NAME(Addressee.RELAY),
	/** User name or password. */
	PASSWORD(Addressee.RELAY),
	/** The user is known, the virtual host is not theirs. */
	VIRTUAL_HOST(Addressee.RELAY),
	/** It ended while signing in. */
	SIGN_IN_ENDED(Addressee.RELAY),
	/** No right to publish. */
	PUBLISH_FORBIDDEN(Addressee.RELAY),
	/** There is no such exchange. */
	NO_EXCHANGE(Addressee.RELAY),
	/** Returned or refused: no queue, or a full one. */
	NOT_TAKEN(Addressee.RELAY),
	/** It ended, or the broker did not confirm in time. */
	PUBLISH_ENDED(Addressee.RELAY),
	/** No right to read receipts. */
	RECEIPTS_FORBIDDEN(Addressee.RELAY),
	/** There is no queue of receipts. */
	NO_RECEIPTS(Addressee.RELAY),
	/** The relay took the message for something wrong. */
	REJECTED(Addressee.RELAY),
	/** No answer in time. */
	NO_RECEIPT(Addressee.RELAY),
	/** Another program takes the receipts, and without the database nothing can be heard of them. */
	RECEIPTS_TAKEN(null);

	private final @Nullable Addressee addressee;

	Fault(@Nullable Addressee addressee) {
		this.addressee = addressee;
	}

	/** @return who can help; null where it is the settings of this server */
	@Nullable
	Addressee addressee() {
		return addressee;
	}

	/** @return the key of its sentence */
	String key() {
		return "check.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
