package org.schoolbell.district.oracle;

import java.util.Comparator;
import java.util.List;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.Phased;

/** What takes changes out of the log, whatever its classes are: all that runs in package {@code notice}. */
final class Deciders {
	private static final String PACKAGE = "org.schoolbell.district.notice";

	private final List<Lifecycle> parts;

	Deciders(ApplicationContext context) {
		this.parts = context.getBeansOfType(Lifecycle.class).values().stream()
				.filter(part -> AopUtils.getTargetClass(part).getName().startsWith(PACKAGE))
				.sorted(Comparator.comparingInt(part -> part instanceof Phased phased ? phased.getPhase() : 0)).toList();
		if (parts.isEmpty()) {
			throw new IllegalStateException("Nothing in package " + PACKAGE + " can be stopped");
		}
	}

	void stop() {
		parts.reversed().forEach(Lifecycle::stop);
	}

	void start() {
		parts.forEach(Lifecycle::start);
	}
}
