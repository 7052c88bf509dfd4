package org.schoolbell.sandbox.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which phones one asks about; an empty set asks about all. */
public record DeliveryFilter(Set<String> devices, Set<String> persons) implements Predicate<Delivery> {
	public static final DeliveryFilter ALL = new DeliveryFilter(Set.of(), Set.of());

	/** Blank names, such as those of {@code ?device=&person=}, ask about all. */
	public static DeliveryFilter of(Collection<String> devices, Collection<String> persons) {
		return new DeliveryFilter(named(devices), named(persons));
	}

	@Override
	public boolean test(Delivery delivery) {
		return (devices.isEmpty() || devices.contains(delivery.device())) && (persons.isEmpty() || persons.contains(delivery.person()));
	}

	private static Set<String> named(Collection<String> names) {
		return names.stream().filter(name -> !name.isBlank()).collect(Collectors.toUnmodifiableSet());
	}
}
