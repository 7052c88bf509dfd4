/**
 * Web Push: browsers, through the push services of their makers (RFC 8030), over HTTP/2.
 *
 * <p>In come pushes that the district has sealed and signed, which nobody can read here; out go answers. The addresses were chosen by browsers, so each is
 * held against the operator's list and what it resolves to against {@link org.schoolbell.relay.webpush.PublicAddresses} before a byte is sent. What each
 * answer means stands in one table, {@link org.schoolbell.relay.webpush.WebPushVerdict}; nothing of an answer's body leaves this package.
 */
@NullMarked
package org.schoolbell.relay.webpush;

import org.jspecify.annotations.NullMarked;
