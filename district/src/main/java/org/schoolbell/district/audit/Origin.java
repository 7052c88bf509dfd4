package org.schoolbell.district.audit;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who changes something, and from where.
 *
 * @param address from where the request came; empty for the server itself
 */
public record Origin(Actor actor, Optional<InetAddress> address) {
	/** A command or a rule of the server. */
	public static final Origin SERVER = new Origin(new Actor.Server(), Optional.empty());

	public static Origin of(Actor actor, InetAddress address) {
		return new Origin(actor, Optional.of(address));
	}
}
