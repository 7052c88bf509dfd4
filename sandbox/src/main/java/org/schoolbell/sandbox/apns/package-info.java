/**
 * The stand-in for Apple's push service: HTTP/2 over TLS, strict about what a sender must do. In come pushes; out goes the answer that
 * Apple would give, and each accepted push to the deliveries. What Pushy knows of Apple's rules is checked by Pushy's own code, which
 * shares nothing with a sender of ours; the rest is checked here.
 *
 * <p>Its folder holds, made on the first start: {@code apns-certificate.pem}, the certificate to trust; {@code apns-server.pem}, the same
 * with its private key; {@code AuthKey_<key id>.p8}, the key that a sender signs its tokens with, in the form in which Apple hands one
 * out; {@code AuthKey_<key id>.pub.pem}, the key that they are verified with.
 */
@NullMarked
package org.schoolbell.sandbox.apns;

import org.jspecify.annotations.NullMarked;
