/**
 * Real browsers: Firefox keeps a WebSocket to the push service that its preferences name, and this is the other end of it. In come its subscriptions, and the
 * sealed messages that the Web Push service accepted for them; out go the messages as they are, since only the browser has the keys, and what the browser
 * said of each, to the deliveries and under {@code /browsers}. Source: the push service protocol of Mozilla's autopush.
 */
@NullMarked
package org.schoolbell.sandbox.browser;

import org.jspecify.annotations.NullMarked;
