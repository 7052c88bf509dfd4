package org.schoolbell.wire;

/** How urgent a push is; the relay translates: APNs 10, 5, 1; FCM HIGH, NORMAL, NORMAL; Web Push urgency high, normal, low. */
public enum Priority {
	HIGH, NORMAL, LOW
}
