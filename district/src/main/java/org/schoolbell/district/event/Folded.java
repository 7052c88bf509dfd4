package org.schoolbell.district.event;

import java.util.List;

/**
 * What undecided changes of one subject come to.
 *
 * @param event the last one, with the first one's {@code before}; silent only if all were
 * @param overtaken the others, in order, as they were written
 */
public record Folded(SchoolEvent event, List<SchoolEvent> overtaken) {
	public Folded {
		overtaken = List.copyOf(overtaken);
	}
}
