package org.schoolbell.district.dispatch.seal;

/** A device's keys are none that anything can be sealed with: its point does not lie on the curve. */
public final class UnsealableException extends RuntimeException {
	UnsealableException() {
		super("A device's public key is no point of P-256");
	}
}
