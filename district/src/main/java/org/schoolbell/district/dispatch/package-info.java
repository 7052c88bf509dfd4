/**
 * The AMQP side: publishes with confirms within a window, takes receipts, knows the state of the connection. The only room that touches the AMQP client.
 *
 * <p>It asks {@link org.schoolbell.district.dispatch.PushSource}, which others implement, for the next pushes and tells it the outcomes; its only
 * table is that of the key by which push services know the district. One server of a district publishes at a time, the others stand by. When the broker is away it tries again for ever, and nobody who saves notices.
 */
@NullMarked
package org.schoolbell.district.dispatch;

import org.jspecify.annotations.NullMarked;
