package org.schoolbell.district.oneroster;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.CalendarPlan;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.CategoryRecord;
import org.schoolbell.district.gradebook.LineItemRecord;
import org.schoolbell.district.gradebook.ResultRecord;
import org.schoolbell.district.gradebook.ScoreLimits;
import org.schoolbell.district.oneroster.csv.Column;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.LineFaultException;
import org.schoolbell.district.oneroster.csv.Manifest.Mode;
import org.schoolbell.district.oneroster.csv.Vocabulary;
import org.schoolbell.district.staging.Remark;

/** categories.csv, lineItems.csv and results.csv, with the metadata for what OneRoster has no column. */
final class GradebookLines {
	private GradebookLines() {
	}

	/** The limits of every other door to the gradebook: what comes in here can be saved there again. */
	private static @Nullable BigDecimal points(CsvLine line, Column column) {
		return line.number(column, BigDecimal.ZERO, ScoreLimits.MOST_POINTS, ScoreLimits.MOST_DECIMALS);
	}

	private static @Nullable String mark(CsvLine line, Column column) {
		String mark = line.name(column);
		if (mark != null && mark.chars().anyMatch(ScoreLimits::isControl)) {
			throw new LineFaultException(column, mark, "holds a character that turns the direction of text", "text without");
		}
		return brief(column, mark, ScoreLimits.MOST_MARK);
	}

	private static @Nullable String brief(Column column, @Nullable String value, int most) {
		if (value != null && value.length() > most) {
			throw new LineFaultException(column, value, "has " + value.length() + " characters", "at most " + most);
		}
		return value;
	}

	static final class Categories extends LineReader<CategoryRecord> {
		private final Column title = columns().required("title");

		Categories(Mode mode) {
			super(mode);
		}

		@Override
		CategoryRecord record(CsvLine line) {
			return new CategoryRecord(line.neededName(title));
		}
	}

	static final class LineItems extends LineReader<LineItemRecord> {
		private final Column title = columns().required("title");
		private final Column description = columns().optional("description");
		private final Column assigned = columns().optional("assignDate");
		private final Column due = columns().required("dueDate");
		private final Column section = columns().required("classSourcedId");
		private final Column category = columns().optional("categorySourcedId");
		private final Column gradingPeriod = columns().optional("gradingPeriodSourcedId");
		private final Column session = columns().optional("academicSessionSourcedId");
		private final Column min = columns().optional("resultValueMin");
		private final Column max = columns().optional("resultValueMax");
		private final Column shown = columns().optional("metadata.shown");
		private final Column counts = columns().optional("metadata.counts");
		private final CalendarPlan plan;
		private final ZoneId zone;
		private final FileFindings findings;

		LineItems(Mode mode, CalendarPlan plan, ZoneId zone, FileFindings findings) {
			super(mode);
			this.plan = plan;
			this.zone = zone;
			this.findings = findings;
		}

		@Override
		LineItemRecord record(CsvLine line) {
			BigDecimal least = line.number(min, ScoreLimits.MOST_POINTS.negate(), ScoreLimits.MOST_POINTS, ScoreLimits.MOST_DECIMALS);
			BigDecimal most = points(line, max);
			if (most != null && least != null && most.compareTo(least) < 0) {
				throw new LineFaultException(max, most.toPlainString(), "is below resultValueMin", "the points possible");
			}
			TermId period = term(line, gradingPeriod);
			TermId term = period == null ? term(line, session) : period;
			return new LineItemRecord(line.neededName(title), line.text(description), line.id(section), line.idOrNull(category), term,
					line.day(assigned, zone), line.neededDay(due, zone), least, most, line.flag(shown, true), line.flag(counts, true));
		}

		private @Nullable TermId term(CsvLine line, Column column) {
			SourcedId sourcedId = line.idOrNull(column);
			if (sourcedId == null) {
				return null;
			}
			TermId term = plan.term(sourcedId).map(Term::id).orElse(null);
			if (term == null) {
				findings.warn(new Remark(line.line(), column.name(), sourcedId.value(), "no term has this sourcedId; it is left out",
						"the sourcedId of a term or grading period"));
			}
			return term;
		}
	}

	static final class Results extends LineReader<ResultRecord> {
		private static final Map<String, ScoreStatus> STATUS = Arrays.stream(ScoreStatus.values())
				.collect(Collectors.toMap(ScoreStatus::word, Function.identity()));
		private static final Vocabulary WORDS = Vocabulary
				.of(Arrays.stream(ScoreStatus.values()).map(ScoreStatus::word).toArray(String[]::new));

		private final Column lineItem = columns().required("lineItemSourcedId");
		private final Column student = columns().required("studentSourcedId");
		private final Column status = columns().required("scoreStatus");
		private final Column score = columns().required("score");
		private final Column date = columns().optional("scoreDate");
		private final Column comment = columns().optional("comment");
		private final Column mark = columns().optional("textScore");
		private final Column inProgress = columns().optional("inProgress");
		private final Map<Column, Flag> flags = Map.of(columns().optional("incomplete"), Flag.INCOMPLETE, columns().optional("late"),
				Flag.LATE,
				columns().optional("missing"), Flag.MISSING, columns().optional("metadata.cheated"), Flag.CHEATED,
				columns().optional("metadata.dropped"), Flag.DROPPED);
		private final ZoneId zone;

		Results(Mode mode, ZoneId zone) {
			super(mode);
			this.zone = zone;
		}

		@Override
		ResultRecord record(CsvLine line) {
			Boolean unfinished = line.text(inProgress) == null ? null : line.flag(inProgress, false);
			return new ResultRecord(line.id(lineItem), line.id(student), points(line, score), mark(line, mark),
					flags(line),
					unfinished, brief(comment, line.text(comment), ScoreLimits.MOST_COMMENT),
					line.day(date, zone, ScoreLimits.FIRST_DAY, ScoreLimits.DAY_AFTER_LAST.minusDays(1)));
		}

		private Set<Flag> flags(CsvLine line) {
			Set<Flag> set = EnumSet.noneOf(Flag.class);
			ScoreStatus stands = STATUS.get(line.word(status, WORDS).toLowerCase(Locale.ROOT));
			if (stands == null) {
				throw new LineFaultException(status, line.needed(status), "stands for nothing known", WORDS.toString());
			}
			set.addAll(stands.flags());
			flags.forEach((column, flag) -> {
				if (line.flag(column, false)) {
					set.add(flag);
				}
			});
			return set;
		}
	}
}
