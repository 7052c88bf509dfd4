package org.schoolbell.district.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.notice.FamilyInbox;
import org.schoolbell.district.notice.InboxQuery;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/** Does anything need me? What is new since the last visit, and what is due and missing. */
@Controller
class TodayPages {
	static final String ADDRESS = "/today";
	private static final int MOST_LINES = 6;
	private static final int MOST_WORKS = 8;
	private static final Period FIRST_VISIT = Period.ofDays(7);
	private static final Period LONGEST = Period.ofDays(30);
	private static final Period AHEAD = Period.ofDays(8);

	private final Readers readers;
	private final Visits visits;
	private final FamilyInbox inbox;
	private final OwnWork ownWork;
	private final Moments moments;
	private final DistrictZone zone;
	private final Pages pages;

	TodayPages(Readers readers, Visits visits, FamilyInbox inbox, OwnWork ownWork, Moments moments, DistrictZone zone, Pages pages) {
		this.readers = readers;
		this.visits = visits;
		this.inbox = inbox;
		this.ownWork = ownWork;
		this.moments = moments;
		this.zone = zone;
		this.pages = pages;
	}

	/** @param student one of the reader's, by number; without it all */
	@MayUse(Tool.PORTAL)
	@GetMapping(ADDRESS)
	String today(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable Long student, HttpServletRequest request,
			Model model) {
		Reader reader = readers.of(who);
		List<Student> chosen = reader.chosen(student);
		Texts texts = pages.texts(request);
		LocalDate today = moments.today();
		LocalDate since = since(reader, today);
		model.addAttribute("view", new TodayView(reader, student, texts.weekday(today), newSince(since, texts), lines(reader, chosen,
				since, texts), pressing(chosen, today, texts)));
		return "portal/today";
	}

	/** At least since yesterday: a page that was looked at an hour ago still answers what happened today. */
	private LocalDate since(Reader reader, LocalDate today) {
		LocalDate last = reader.person().flatMap(visits::look).map(moments::dayOf).orElse(today.minus(FIRST_VISIT));
		return Stream.of(last, today.minusDays(1)).min(Comparator.naturalOrder()).filter(day -> day.isAfter(today.minus(LONGEST)))
				.orElse(today.minus(LONGEST));
	}

	private String newSince(LocalDate since, Texts texts) {
		return since.equals(moments.today().minusDays(1))
				? texts.of("portal.new-since.yesterday")
				: texts.of("portal.new-since", "day", texts.shortWeekday(since));
	}

	private List<LineView> lines(Reader reader, List<Student> chosen, LocalDate since, Texts texts) {
		Instant start = since.atStartOfDay(zone.zone()).toInstant();
		Set<PersonId> ids = chosen.stream().map(Student::id).collect(Collectors.toSet());
		return reader.person().map(person -> inbox.page(InboxQuery.newest(person, ids, MOST_LINES, texts.language()).since(start)).lines())
				.orElse(List.of()).stream()
				.map(told -> LineView.of(told, line -> moments.of(line.at(), texts), line -> moments.of(line.at(), texts))).toList();
	}

	/** What is missing first, the newest before the older, then what is due, the next before the later. */
	private TodayView.Pressing pressing(Collection<Student> students, LocalDate today, Texts texts) {
		OwnWork.Found found = ownWork.pressing(students, today, today.plus(AHEAD));
		List<Work> missing = found.works().stream().filter(TodayPages::isMissing).toList();
		List<Work> due = found.works().stream().filter(Predicate.not(TodayPages::isMissing)).filter(TodayPages::isOpen)
				.sorted(Comparator.comparing(Work::due)).toList();
		List<WorkView> all = Stream.concat(missing.stream(), due.stream()).map(work -> WorkView.of(work, today, texts)).toList();
		return new TodayView.Pressing(all.stream().limit(MOST_WORKS).toList(), all.size() > MOST_WORKS, found.closed());
	}

	private static boolean isMissing(Work work) {
		return work.item().score().map(ScoreValue::flags).filter(flags -> flags.contains(Flag.MISSING)).isPresent();
	}

	/** Nothing has been said of it, so it is still to be done. */
	private static boolean isOpen(Work work) {
		return work.item().score().isEmpty();
	}
}
