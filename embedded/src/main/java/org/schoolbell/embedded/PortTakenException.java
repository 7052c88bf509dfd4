package org.schoolbell.embedded;

import java.io.IOException;

/** Another process listens on the port. */
public final class PortTakenException extends EmbeddedServiceException {
	PortTakenException(int port, IOException cause) {
		super("Port " + port + " on localhost is taken by another process: stop that one, or choose another port.", cause);
	}
}
