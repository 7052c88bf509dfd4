package org.schoolbell.district.dispatch.check;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Ends a check: what is wrong, in words. */
final class FaultException extends Exception {
	private final Fault fault;
	private final transient List<Wording> says;

	/** @param values of the fault's sentence, names and values in turns */
	FaultException(Fault fault, @Nullable Throwable cause, Object... values) {
		this(fault, cause, List.of(Wording.of(fault.key(), values)));
	}

	private FaultException(Fault fault, @Nullable Throwable cause, List<Wording> says) {
		super(fault.name(), cause);
		this.fault = fault;
		this.says = says;
	}

	/** The same with something more to be known. */
	FaultException and(List<Wording> more) {
		List<Wording> all = new ArrayList<>(says);
		all.addAll(more);
		return new FaultException(fault, getCause(), all);
	}

	Fault fault() {
		return fault;
	}

	List<Wording> says() {
		return says;
	}
}
