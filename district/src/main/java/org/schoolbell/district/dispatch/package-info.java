/**
 * The AMQP side: publishes with confirms within a window, takes receipts, knows the state of the connection.
 * It asks an interface of its own for the next pushes and tells it the outcomes. The only room that touches the AMQP client.
 */
@NullMarked
package org.schoolbell.district.dispatch;

import org.jspecify.annotations.NullMarked;
