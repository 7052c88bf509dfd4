/**
 * Apple Push Notification service, over HTTP/2 with token authentication.
 *
 * <p>In come pushes with an APNs target, out go answers: one client for each app and environment, opened when first needed and replaced when it is
 * lost. What each of Apple's answers means stands in one table, {@link org.schoolbell.relay.apns.ApnsVerdict}.
 */
@NullMarked
package org.schoolbell.relay.apns;

import org.jspecify.annotations.NullMarked;
