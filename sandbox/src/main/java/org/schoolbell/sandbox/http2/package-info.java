/**
 * What the stand-ins of push services share: HTTP/2 over TLS (RFC 9113), with the faults that the board asks for, down to connections that end in the middle
 * of work. In come a stand-in's {@link org.schoolbell.sandbox.http2.Http2Service} for each connection and where to listen; out go whole requests to it, and
 * its answers to the sender.
 */
@NullMarked
package org.schoolbell.sandbox.http2;

import org.jspecify.annotations.NullMarked;
