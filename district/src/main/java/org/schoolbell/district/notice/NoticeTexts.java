package org.schoolbell.district.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.log.StoredScore;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.gradebook.Assignments;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.Languages;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PortalTool;
import org.schoolbell.district.preference.ShownTools;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Person;
import org.schoolbell.district.roster.Section;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.text.Rendered;
import org.schoolbell.district.text.ScoreCorrection;
import org.schoolbell.district.text.ScoreNotice;
import org.schoolbell.district.text.Texts;

/** What lines say to their readers, with the names of now. At most five statements, for one line or for thousands. Thread-safe. */
@Component
class NoticeTexts {
	private static final Logger LOG = LoggerFactory.getLogger(NoticeTexts.class);

	private final Assignments assignments;
	private final Sections sections;
	private final People people;
	private final Languages languages;
	private final DisplayOptions display;
	private final Texts texts = Texts.load();

	NoticeTexts(Assignments assignments, Sections sections, People people, Languages languages, DisplayOptions display) {
		this.assignments = assignments;
		this.sections = sections;
		this.people = people;
		this.languages = languages;
		this.display = display;
	}

	private record Names(Map<AssignmentId, Assignment> assignments, Map<SectionId, Section> sections, Map<PersonId, Person> students,
			Map<PersonId, Locale> languages) {}

	/**
	 * A line in its reader's words.
	 *
	 * @param language of them, BCP 47
	 */
	record Said(Rendered text, String language) {}

	/** @param student the first name; null when the reader is the student */
	private record Around(@Nullable String student, Assignment assignment, Section section) {}

	/** @return the texts; a line whose record is gone, or which cannot be said, has none */
	Map<NoticeLine.Key, Rendered> of(Collection<NoticeLine> lines) {
		return texts(said(lines));
	}

	/** @return the texts and their languages; a line whose record is gone, or which cannot be said, has none */
	Map<NoticeLine.Key, Said> said(Collection<NoticeLine> lines) {
		return said(lines, names(lines, assignments.byId(each(lines, line -> line.score().assignmentId())), chosen(lines)));
	}

	/** @return the texts of what portals show now, in each person's language */
	Map<NoticeLine.Key, Rendered> shown(Collection<NoticeLine> lines) {
		return shown(lines, chosen(lines));
	}

	/** @return the texts of what portals show now, in the language of a page, BCP 47 */
	Map<NoticeLine.Key, Rendered> shown(Collection<NoticeLine> lines, String language) {
		Locale locale = Locale.forLanguageTag(language);
		return shown(lines, each(lines, line -> line.key().person()).stream()
				.collect(Collectors.toMap(Function.identity(), _ -> locale)));
	}

	private Map<NoticeLine.Key, Rendered> shown(Collection<NoticeLine> lines, Map<PersonId, Locale> readers) {
		Names names = names(lines, shownRecords(lines), readers);
		ShownTools tools = display.shown(each(names.sections.values(), Section::calendar));
		return texts(said(lines.stream().filter(line -> around(line, names)
				.filter(around -> tools.shows(Portal.of(line.key().person(), line.student()), PortalTool.of(line.kind()),
						around.section.calendar()))
				.isPresent()).toList(), names));
	}

	private Map<PersonId, Locale> chosen(Collection<NoticeLine> lines) {
		return languages.of(each(lines, line -> line.key().person()));
	}

	/** What is hidden is not told again where somebody reads old lines, either. */
	private Map<AssignmentId, Assignment> shownRecords(Collection<NoticeLine> lines) {
		Map<AssignmentId, Assignment> records = assignments.byId(each(lines, line -> line.score().assignmentId()));
		records.values().removeIf(assignment -> !assignment.shown() || !assignment.active());
		return records;
	}

	private Names names(Collection<NoticeLine> lines, Map<AssignmentId, Assignment> records, Map<PersonId, Locale> readers) {
		return new Names(records, sections.byId(each(records.values(), Assignment::section)),
				people.byId(each(lines, NoticeLine::student)), readers);
	}

	private Map<NoticeLine.Key, Said> said(Collection<NoticeLine> lines, Names names) {
		Map<NoticeLine.Key, Said> said = HashMap.newHashMap(lines.size());
		lines.forEach(line -> said(line, names).ifPresent(text -> said.put(line.key(), text)));
		return said;
	}

	private static Map<NoticeLine.Key, Rendered> texts(Map<NoticeLine.Key, Said> said) {
		Map<NoticeLine.Key, Rendered> rendered = HashMap.newHashMap(said.size());
		said.forEach((key, one) -> rendered.put(key, one.text()));
		return rendered;
	}

	/** @return what a lock screen shows in place of any text of this language */
	Rendered hidden(String language) {
		return texts.hidden(language);
	}

	/** One line that cannot be said must not keep the others back. The fault says which message lacks what, never a name. */
	private Optional<Said> said(NoticeLine line, Names names) {
		String language = texts.read(names.languages.getOrDefault(line.key().person(), Languages.DEFAULT).toLanguageTag());
		try {
			Optional<Rendered> text = line.isCorrection()
					? correction(line, names).map(correction -> texts.correction(language, correction))
					: score(line, names).map(notice -> texts.score(language, notice));
			return text.map(one -> new Said(one, language));
		} catch (IllegalStateException e) {
			LOG.error("A notice of kind {} cannot be said: {}", line.kind(), e.getMessage());
			return Optional.empty();
		}
	}

	private static Optional<ScoreNotice> score(NoticeLine line, Names names) {
		ScoreParams params = line.score();
		StoredScore now = Objects.requireNonNull(params.now());
		return around(line, names).map(around -> new ScoreNotice(around.student, around.assignment.title(), around.section.title(),
				params.possible(), value(params.was()), now.value()));
	}

	/** What was hidden since is not said any more: only that what was told no longer holds. */
	private static Optional<ScoreCorrection> correction(NoticeLine line, Names names) {
		ScoreParams params = line.score();
		return around(line, names)
				.map(around -> new ScoreCorrection(around.student, around.assignment.title(), around.section.title(), params.possible(),
						value(params.was()), value(params.now()), params.corrects() == ScoreParams.Corrects.NOW
								&& around.assignment.shown() && around.assignment.active()));
	}

	private static Optional<Around> around(NoticeLine line, Names names) {
		Assignment assignment = names.assignments.get(line.score().assignmentId());
		Section section = assignment == null ? null : names.sections.get(assignment.section());
		Person student = names.students.get(line.student());
		if (assignment == null || section == null || student == null) {
			return Optional.empty();
		}
		boolean own = line.student().equals(line.key().person());
		return Optional.of(new Around(own ? null : student.firstName(), assignment, section));
	}

	private static @Nullable ScoreValue value(@Nullable StoredScore stored) {
		return stored == null ? null : stored.value();
	}

	private static <T, R> Set<R> each(Collection<T> items, Function<T, R> part) {
		return items.stream().map(part).collect(Collectors.toSet());
	}
}
