/**
 * The stand-in for the push services of browsers: HTTP/2 over TLS, with a face each for Apple, Mozilla, Google and Microsoft's WNS, and strict about what a
 * sender must do (RFC 8030, 8291, 8292). In come pushes; out goes the answer that the face's owner would give, and each accepted push to whoever has
 * subscribed. Signatures are verified and bodies opened by libraries that share nothing with a sender of ours.
 *
 * <p>Its folder holds, made on the first start: {@code web-push-certificate.pem}, the certificate to trust, and {@code web-push-server.pem}, the same with its
 * private key.
 */
@NullMarked
package org.schoolbell.sandbox.webpush;

import org.jspecify.annotations.NullMarked;
