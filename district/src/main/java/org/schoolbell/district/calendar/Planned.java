package org.schoolbell.district.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.schoolbell.district.event.SourcedId;

/** The records of one table as they will be after an import, and which of them are written. Few: one for each school or session. */
final class Planned<R> {
	private final Set<SourcedId> before;
	private final Map<SourcedId, R> all;
	private final Map<SourcedId, R> written = new LinkedHashMap<>();

	Planned(Map<SourcedId, R> before) {
		this.before = Set.copyOf(before.keySet());
		this.all = new LinkedHashMap<>(before);
	}

	/** @return whether it is another than before */
	boolean put(SourcedId sourcedId, R record) {
		if (record.equals(all.put(sourcedId, record))) {
			return false;
		}
		written.put(sourcedId, record);
		return true;
	}

	Optional<R> get(SourcedId sourcedId) {
		return Optional.ofNullable(all.get(sourcedId));
	}

	boolean has(SourcedId sourcedId) {
		return all.containsKey(sourcedId);
	}

	Map<SourcedId, R> all() {
		return all;
	}

	/** @return those that were there before and are another now */
	List<R> changed() {
		return written.entrySet().stream().filter(one -> before.contains(one.getKey())).map(Map.Entry::getValue).toList();
	}

	Map<SourcedId, R> written() {
		return written;
	}
}
