/**
 * PostgreSQL and an AMQP broker inside the process, so that a demo or a test needs nothing but a JDK. Both are the real servers, durable: what was committed
 * or confirmed is there after {@code kill -9}, and the next start needs nobody's help. In comes a folder that the service owns; out come an address,
 * credentials that were made on first start, and (for the broker) the certificate that clients trust.
 *
 * <p>Nothing here registers a shutdown hook, except {@link org.schoolbell.embedded.SharedDatabase} for tests: whoever starts a service closes it.
 */
@NullMarked
package org.schoolbell.embedded;

import org.jspecify.annotations.NullMarked;
