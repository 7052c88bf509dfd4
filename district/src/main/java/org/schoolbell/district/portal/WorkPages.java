package org.schoolbell.district.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.roster.SectionId;

/** A student's assignments: of all sections, of one, and one by itself. Whatever may not be seen is as if it were not there. */
@Controller
class WorkPages {
	static final String ADDRESS = "/assignments";
	private static final int MOST_OF_A_SECTION = 5;

	private final Readers readers;
	private final OwnWork ownWork;
	private final Moments moments;
	private final Pages pages;

	WorkPages(Readers readers, OwnWork ownWork, Moments moments, Pages pages) {
		this.readers = readers;
		this.ownWork = ownWork;
		this.moments = moments;
		this.pages = pages;
	}

	/** @return where the page of a student's work on an assignment is */
	static String address(long student, AssignmentId assignment) {
		return ADDRESS + "/" + student + "/" + assignment.value();
	}

	/** @param student one of the reader's, by number; without it the first */
	@MayUse(Tool.PORTAL)
	@GetMapping(ADDRESS)
	String all(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable Long student, HttpServletRequest request,
			Model model) {
		Reader reader = readers.of(who);
		List<Student> chosen = reader.chosen(student).stream().limit(1).toList();
		OwnWork.Found found = ownWork.of(chosen);
		Texts texts = pages.texts(request);
		List<SectionView> sections = found.sections().stream().map(place -> section(place, found.works(), MOST_OF_A_SECTION, texts))
				.toList();
		model.addAttribute("view", new AssignmentsView(reader, chosen.isEmpty() ? null : chosen.getFirst(), sections, found.closed()));
		return "portal/assignments";
	}

	@MayUse(Tool.PORTAL)
	@GetMapping(ADDRESS + "/{student}/sections/{sectionNumber}")
	String section(@AuthenticationPrincipal SignedIn who, @PathVariable long student, @PathVariable long sectionNumber,
			HttpServletRequest request, Model model) {
		Reader reader = readers.of(who);
		OwnWork.Found found = ownWork.of(List.of(reader.student(student)));
		OwnWork.Place place = found.sections().stream().filter(each -> each.section().id().equals(new SectionId(sectionNumber))).findFirst()
				.orElseThrow(Reader::nothing);
		model.addAttribute("reader", reader);
		model.addAttribute("view", section(place, found.works(), Integer.MAX_VALUE, pages.texts(request)));
		return "portal/section";
	}

	@MayUse(Tool.PORTAL)
	@GetMapping(ADDRESS + "/{student}/{assignmentNumber}")
	String assignment(@AuthenticationPrincipal SignedIn who, @PathVariable long student, @PathVariable long assignmentNumber,
			HttpServletRequest request, Model model) {
		Reader reader = readers.of(who);
		Work work = ownWork.on(new AssignmentId(assignmentNumber), reader.student(student)).orElseThrow(Reader::nothing);
		Texts texts = pages.texts(request);
		model.addAttribute("reader", reader);
		model.addAttribute("view", new AssignmentView(WorkView.of(work, moments.today(), texts), texts.weekday(work.due()),
				work.item().scoredAt().filter(_ -> work.item().score().isPresent()).map(at -> moments.of(at, texts)).orElse(null)));
		return "portal/assignment";
	}

	private SectionView section(OwnWork.Place place, List<Work> works, int most, Texts texts) {
		LocalDate today = moments.today();
		List<Work> own = works.stream().filter(work -> work.section().id().equals(place.section().id())).toList();
		List<WorkView> shown = new ArrayList<>();
		own.stream().limit(most).forEach(work -> shown.add(WorkView.of(work, today, texts)));
		return new SectionView(place.student(), place.section(), shown, own.size());
	}
}
