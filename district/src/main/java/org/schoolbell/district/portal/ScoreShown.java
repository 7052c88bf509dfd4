package org.schoolbell.district.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.gradebook.StudentWork;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.page.Tone;

/**
 * A student's work as a family reads it.
 *
 * @param value points, mark or percent; empty if nothing is scored
 * @param percent beside points
 * @param tags what it is flagged as, and when it is due if nothing else is said of it
 */
public record ScoreShown(Optional<String> value, Optional<String> percent, List<Tag> tags) {
	/** A word beside a score. */
	public record Tag(Tone tone, String icon, String text) {}

	static ScoreShown of(StudentWork.Item item, LocalDate today, Texts texts) {
		ScoreValue score = item.score().orElseGet(() -> new ScoreValue(null, null, null, Set.of()));
		List<Tag> tags = new ArrayList<>();
		for (Flag flag : Flag.values()) {
			if (score.flags().contains(flag)) {
				tags.add(tag(flag, texts));
			}
		}
		Optional<String> value = value(score, item.assignment().points(), texts);
		if (value.isEmpty() && tags.isEmpty()) {
			due(item.assignment().due(), today, texts).ifPresent(tags::add);
		}
		Optional<String> percent = Optional.ofNullable(score.percent()).filter(_ -> score.points() != null).map(texts::percent);
		return new ScoreShown(value, percent, List.copyOf(tags));
	}

	/** @return points of those possible, else the mark, else the percent */
	static Optional<String> value(ScoreValue score, Optional<BigDecimal> possible, Texts texts) {
		BigDecimal points = score.points();
		if (points != null) {
			return Optional.of(possible
					.map(of -> texts.of("portal.score.points", "points", texts.number(points), "possible", texts.number(of)))
					.orElseGet(() -> texts.of("portal.score.points.only", "count", points, "points", texts.number(points))));
		}
		return Optional.ofNullable(score.mark()).or(() -> Optional.ofNullable(score.percent()).map(texts::percent));
	}

	private static Tag tag(Flag flag, Texts texts) {
		return switch (flag) {
			case TURNED_IN -> new Tag(Tone.OK, "tick", texts.of("portal.flag.turned-in"));
			case MISSING -> new Tag(Tone.BAD, "flag", texts.of("portal.flag.missing"));
			case LATE -> new Tag(Tone.WARN, "clock", texts.of("portal.flag.late"));
			case INCOMPLETE -> new Tag(Tone.WARN, "flag", texts.of("portal.flag.incomplete"));
			case EXEMPT -> new Tag(Tone.PLAIN, "info", texts.of("portal.flag.exempt"));
			case DROPPED -> new Tag(Tone.PLAIN, "info", texts.of("portal.flag.dropped"));
			case CHEATED -> new Tag(Tone.BAD, "warning", texts.of("portal.flag.cheated"));
		};
	}

	private static Optional<Tag> due(LocalDate due, LocalDate today, Texts texts) {
		if (due.equals(today)) {
			return Optional.of(new Tag(Tone.WARN, "clock", texts.of("portal.due.today")));
		}
		return due.equals(today.plusDays(1))
				? Optional.of(new Tag(Tone.WARN, "clock", texts.of("portal.due.tomorrow")))
				: Optional.empty();
	}
}
