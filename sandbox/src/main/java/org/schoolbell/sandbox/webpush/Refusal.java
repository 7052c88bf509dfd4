package org.schoolbell.sandbox.webpush;

/** Why a push is not accepted; each face has its own words for it. */
enum Refusal {
	/** No such path or subscription. */
	UNKNOWN,
	/** The subscription has ended. */
	GONE,
	/** Anything but POST. */
	METHOD,
	/** Missing, no number, or outside of what the face takes. */
	TTL, URGENCY, TOPIC, ENCODING,
	/** No VAPID token, or one that does not hold. */
	TOKEN,
	/** Signed by another key than the subscription was made with. */
	WRONG_KEY, TOO_LARGE,
	/** Sealed for somebody else, or says nothing to show. */
	UNREADABLE,
	/** More than the face takes of one subscription. */
	TOO_MANY
}
