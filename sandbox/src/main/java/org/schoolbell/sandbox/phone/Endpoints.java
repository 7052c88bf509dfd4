package org.schoolbell.sandbox.phone;

/** Where the push service of browsers listens. */
@FunctionalInterface
public interface Endpoints {
	/** The address that a subscription's pushes are sent to. */
	String of(Face face, DeviceToken id);
}
