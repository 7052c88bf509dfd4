package org.schoolbell.district.calendar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.StagedLine;

/** Plans what a file of organizations makes of those that are there. Pure but for the ids that it draws. */
final class OrgPlanner {
	private final Planned<Org> orgs;
	private final LongSupplier ids;
	private final LineOutcomes outcomes = new LineOutcomes();
	private final Set<SourcedId> leaving = new HashSet<>();
	private final Map<SourcedId, OrgId> idOf = new HashMap<>();

	OrgPlanner(Map<SourcedId, Org> before, LongSupplier ids) {
		this.orgs = new Planned<>(before);
		this.ids = ids;
		before.forEach((sourcedId, org) -> idOf.put(sourcedId, org.id()));
	}

	void plan(List<StagedLine<OrgRecord>> lines) {
		Map<SourcedId, StagedLine<OrgRecord>> accepted = new LinkedHashMap<>();
		for (StagedLine<OrgRecord> line : lines) {
			if (accepted.putIfAbsent(line.sourcedId(), line) != null) {
				outcomes.repeated(line);
			}
		}
		for (StagedLine<OrgRecord> line : accepted.values()) {
			if (line.record() == null) {
				leaving.add(line.sourcedId());
				outcomes.kept(line);
			} else {
				idOf.computeIfAbsent(line.sourcedId(), _ -> new OrgId(ids.getAsLong()));
			}
		}
		accepted.values().forEach(this::put);
	}

	private void put(StagedLine<OrgRecord> line) {
		OrgRecord record = line.record();
		if (record != null) {
			Org org = new Org(idOf(line.sourcedId()), record.name(), record.type(), parent(line, record.parent()));
			boolean isNew = !orgs.has(line.sourcedId());
			outcomes.written(isNew, orgs.put(line.sourcedId(), org));
		}
	}

	private @Nullable OrgId parent(StagedLine<OrgRecord> line, @Nullable SourcedId parent) {
		if (parent == null) {
			return null;
		}
		OrgId id = idOf.get(parent);
		if (id == null || leaving.contains(parent)) {
			outcomes.warn(line.line(), "parentSourcedId", parent, "no organization has this sourcedId",
					"the sourcedId of an organization, or nothing");
			return null;
		}
		return id;
	}

	private OrgId idOf(SourcedId sourcedId) {
		OrgId id = idOf.get(sourcedId);
		if (id == null) {
			throw new IllegalStateException("An organization has no id");
		}
		return id;
	}

	Planned<Org> orgs() {
		return orgs;
	}

	Set<SourcedId> leaving() {
		return leaving;
	}

	LineOutcomes outcomes() {
		return outcomes;
	}
}
