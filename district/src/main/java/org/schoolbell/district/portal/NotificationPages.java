package org.schoolbell.district.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.FamilyInbox;
import org.schoolbell.district.notice.FamilyPage;
import org.schoolbell.district.notice.InboxQuery;
import org.schoolbell.district.notice.NoticeId;
import org.schoolbell.district.notice.ReadMarks;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/** The inbox: what was told, newest first, and what of it was read. */
@Controller
class NotificationPages {
	static final String ADDRESS = "/notifications";
	private static final int PAGE = 30;

	private final Readers readers;
	private final FamilyInbox inbox;
	private final ReadMarks marks;
	private final Moments moments;
	private final Pages pages;

	NotificationPages(Readers readers, FamilyInbox inbox, ReadMarks marks, Moments moments, Pages pages) {
		this.readers = readers;
		this.inbox = inbox;
		this.marks = marks;
		this.moments = moments;
		this.pages = pages;
	}

	/**
	 * @param student one of the reader's, by number; without it all
	 * @param unread whether what was read is left out
	 * @param after the last line of the page before
	 */
	@MayUse(Tool.PORTAL)
	@GetMapping(ADDRESS)
	String inbox(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable Long student,
			@RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) @Nullable UUID after,
			HttpServletRequest request, Model model) {
		Reader reader = readers.of(who);
		Set<PersonId> ids = ids(reader.chosen(student));
		Texts texts = pages.texts(request);
		FamilyPage page = reader.person().map(person -> inbox.page(new InboxQuery(person, ids, unread, Optional.empty(),
				Optional.ofNullable(after).map(NoticeId::new), PAGE, texts.language())))
				.orElseGet(() -> new FamilyPage(List.of(), Optional.empty()));
		int count = reader.person().map(person -> marks.unread(person, ids)).orElse(0);
		model.addAttribute("view", new InboxView(reader, new InboxView.Filter(student, unread, after), days(page, texts), count,
				page.next().map(NoticeId::value).orElse(null)));
		return "portal/notifications";
	}

	/** Of somebody else's line, or none, nothing is marked, and the answer is the same. */
	@MayUse(Tool.PORTAL)
	@PostMapping(ADDRESS + "/{id}/read")
	String read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam(required = false) @Nullable Long student,
			@RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) @Nullable UUID after) {
		who.person().ifPresent(person -> marks.read(person, new NoticeId(id)));
		return "redirect:" + new InboxView.Filter(student, unread, after).address();
	}

	/** @param newest the first line that the reader saw: what came in meanwhile stays unread */
	@MayUse(Tool.PORTAL)
	@PostMapping(ADDRESS + "/read")
	String readAll(@AuthenticationPrincipal SignedIn who, @RequestParam UUID newest, @RequestParam(required = false) @Nullable Long student,
			@RequestParam(defaultValue = "false") boolean unread) {
		Reader reader = readers.of(who);
		marks.readAll(reader.known(), ids(reader.chosen(student)), new NoticeId(newest));
		return "redirect:" + new InboxView.Filter(student, unread, null).address();
	}

	private List<InboxView.Day> days(FamilyPage page, Texts texts) {
		Map<LocalDate, List<LineView>> days = new LinkedHashMap<>();
		page.lines().forEach(told -> days.computeIfAbsent(moments.dayOf(told.latest().at()), _ -> new ArrayList<>())
				.add(LineView.of(told, line -> moments.ofItsDay(line.at(), texts), line -> moments.of(line.at(), texts))));
		return days.entrySet().stream().map(day -> new InboxView.Day(moments.day(day.getKey(), texts), List.copyOf(day.getValue())))
				.toList();
	}

	private static Set<PersonId> ids(List<Student> students) {
		return students.stream().map(Student::id).collect(Collectors.toSet());
	}
}
