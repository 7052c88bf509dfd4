/**
 * What reached the phones. In comes each push that a stand-in has accepted; out goes the list of them, by page or as a stream under
 * {@code /deliveries}, and what a phone's lock screen shows after them. Only the latest are kept.
 */
@NullMarked
package org.schoolbell.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
