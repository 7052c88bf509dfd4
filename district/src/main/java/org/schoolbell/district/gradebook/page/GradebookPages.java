package org.schoolbell.district.gradebook.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.gradebook.Grids;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.roster.TaughtSection;

/** The gradebooks that somebody keeps, and one of them. */
@Controller
class GradebookPages {
	/** In an address: the assignments of all terms. */
	private static final String ALL = "all";
	private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);
	private static final LocalDate NEVER = LocalDate.of(2200, 1, 1);

	private final OwnSections sections;
	private final Calendars calendars;
	private final Grids grids;

	GradebookPages(OwnSections sections, Calendars calendars, Grids grids) {
		this.sections = sections;
		this.calendars = calendars;
		this.grids = grids;
	}

	@MayUse(Tool.GRADEBOOK)
	@GetMapping("/gradebook")
	String sections(@AuthenticationPrincipal SignedIn who, Model model) {
		model.addAttribute("sections", sections.of(who));
		return "gradebook/sections";
	}

	/** @param term one of the section's, by its place; without it the longest that holds today */
	@MayUse(Tool.GRADEBOOK)
	@GetMapping("/gradebook/{section}")
	String grid(@AuthenticationPrincipal SignedIn who, @PathVariable String section, @RequestParam(required = false) @Nullable String term,
			Model model) {
		TaughtSection own = sections.of(who, section);
		List<Term> within = calendars.within(own.terms());
		Map<String, Term> choices = new LinkedHashMap<>();
		within.forEach(each -> choices.put(Integer.toString(choices.size() + 1), each));
		String chosen = term != null && (term.equals(ALL) || choices.containsKey(term)) ? term : current(choices).orElse(ALL);
		model.addAttribute("view", new GridView(who.getName(), own, withOwn(sections.of(who), own), choices, chosen,
				grids.of(own.id(), part(within, choices.get(chosen)), sections.today()), who.may(Tool.GRADEBOOK, Level.ADD)));
		return "gradebook/grid";
	}

	/** An administrator looks at a section of somebody else, too. */
	private static List<TaughtSection> withOwn(List<TaughtSection> taught, TaughtSection section) {
		List<TaughtSection> all = new ArrayList<>(taught);
		if (all.stream().noneMatch(each -> each.id().equals(section.id()))) {
			all.addFirst(section);
		}
		return all;
	}

	private Optional<String> current(Map<String, Term> choices) {
		LocalDate today = sections.today();
		return choices.entrySet().stream().filter(choice -> choice.getValue().holds(today))
				.max(Comparator.comparingLong(choice -> choice.getValue().days())).map(Map.Entry::getKey);
	}

	/** @param chosen null for all */
	private static Grids.Part part(List<Term> within, @Nullable Term chosen) {
		if (chosen == null) {
			return new Grids.Part(within.stream().map(Term::id).toList(), ALWAYS, NEVER);
		}
		List<TermId> terms = new ArrayList<>(List.of(chosen.id()));
		// A term comes after the one that holds it, so that its own parts come after it.
		within.stream().filter(each -> each.parent() != null && terms.contains(each.parent())).forEach(each -> terms.add(each.id()));
		return new Grids.Part(terms, chosen.starts(), chosen.ends());
	}
}
