package org.schoolbell.sandbox.http2;

import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.phone.Platform;

/** A push service as one connection sees it. All methods run on that connection's thread, and none blocks. */
public interface Http2Service {

	/** Under which name the fault board knows it. */
	Platform platform();

	/** What a push is addressed to, for faults that concern some only; empty if it says nothing. */
	String addressee(Http2Request request);

	/** What the push deserves. */
	Http2Answer receive(Http2Request request);

	/** A fault's answer in this service's words. */
	Http2Answer suffer(FaultAnswer fault, Http2Request request);

	/** What a sender hears when the stand-in itself fails. */
	Http2Answer failed();

	/** How many streams a sender may have at first. */
	int streams();

	/** How many it may have after this answer: the same as before, or more. */
	int streamsAfter(Http2Answer answer, int before);
}
