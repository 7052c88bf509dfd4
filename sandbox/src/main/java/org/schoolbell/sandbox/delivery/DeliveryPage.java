package org.schoolbell.sandbox.delivery;

import java.util.List;

/**
 * Some deliveries in order.
 *
 * @param next what to ask for next: the number after the last delivery that was looked at, shown here or filtered out
 */
public record DeliveryPage(long next, List<Delivery> deliveries) {}
