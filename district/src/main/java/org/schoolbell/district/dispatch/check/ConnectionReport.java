package org.schoolbell.district.dispatch.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param at when it began
 * @param target where it went, such as "relay.example.org, port 5671"
 * @param steps all six, in their order
 * @param certificate what was presented, if it came so far
 * @param help where a step failed and somebody else can help
 */
public record ConnectionReport(Instant at, Wording target, List<Step> steps, @Nullable CertificateSeen certificate, @Nullable Help help) {
	public ConnectionReport {
		steps = List.copyOf(steps);
	}

	/** @return the step that failed, if one did */
	public Optional<Step> failed() {
		return steps.stream().filter(step -> step.result() == Result.FAILED).findFirst();
	}

	/** @return 0, or 11 to 16 for the step that failed; warnings do not count */
	public int exitStatus() {
		return failed().map(step -> step.stage().exitStatus()).orElse(0);
	}
}
