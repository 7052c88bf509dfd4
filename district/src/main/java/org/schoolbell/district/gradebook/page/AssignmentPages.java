package org.schoolbell.district.gradebook.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.AssignmentDraft;
import org.schoolbell.district.gradebook.AssignmentEdits;
import org.schoolbell.district.gradebook.AssignmentEdits.Found;
import org.schoolbell.district.gradebook.AssignmentEdits.Outcome;
import org.schoolbell.district.gradebook.Grids;
import org.schoolbell.district.gradebook.Reach;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.roster.TaughtSection;
import org.schoolbell.district.web.Refusal;

/** The form of a new or changed assignment. It works without script, and saves once however often it is sent. */
@Controller
class AssignmentPages {
	private static final String FORM = "gradebook/assignment";

	private final OwnSections sections;
	private final AssignmentEdits edits;
	private final Grids grids;
	private final Calendars calendars;

	AssignmentPages(OwnSections sections, AssignmentEdits edits, Grids grids, Calendars calendars) {
		this.sections = sections;
		this.edits = edits;
		this.grids = grids;
		this.calendars = calendars;
	}

	@MayUse(value = Tool.GRADEBOOK, to = Level.ADD)
	@GetMapping("/gradebook/{section}/assignments")
	String fresh(@AuthenticationPrincipal SignedIn who, @PathVariable String section, Model model) {
		Place place = place(who, section);
		LocalDate today = sections.today();
		LocalDate due = Collections.max(List.of(place.first, Collections.min(List.of(place.last, today))));
		return show(model, place, null, AssignmentForm.empty(due), UUID.randomUUID().toString(), Map.of(), null, null);
	}

	@MayUse(value = Tool.GRADEBOOK, to = Level.ADD)
	@PostMapping("/gradebook/{section}/assignments")
	String create(@AuthenticationPrincipal SignedIn who, @PathVariable String section, @RequestParam Map<String, String> fields,
			Model model,
			HttpServletResponse response) {
		Place place = place(who, section);
		AssignmentForm form = AssignmentForm.of(fields);
		AssignmentForm.Read read = form.read(place.limits());
		UUID token = uuid(fields.getOrDefault("token", ""));
		if (read.draft() == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, place, null, form, token.toString(), read.errors(), null, null);
		}
		edits.create(place.section, token, read.draft());
		return back(place.section);
	}

	@MayUse(value = Tool.GRADEBOOK, to = Level.WRITE)
	@GetMapping("/gradebook/{section}/assignments/{assignment}")
	String found(@AuthenticationPrincipal SignedIn who, @PathVariable String section, @PathVariable String assignment, Model model) {
		Place place = place(who, section);
		Found found = find(place.section, assignment);
		return show(model, place, found.sourcedId(), AssignmentForm.of(found.draft()), found.seen().toString(), Map.of(), null, null);
	}

	/** Before scores are shown to families at once, the form asks whether they shall be told. */
	@MayUse(value = Tool.GRADEBOOK, to = Level.WRITE)
	@PostMapping("/gradebook/{section}/assignments/{assignment}")
	String change(@AuthenticationPrincipal SignedIn who, @PathVariable String section, @PathVariable String assignment,
			@RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
		Place place = place(who, section);
		Found found = find(place.section, assignment);
		AssignmentForm form = AssignmentForm.of(fields);
		AssignmentForm.Read read = form.read(place.limits());
		Instant seen = instant(fields.getOrDefault("token", ""));
		AssignmentDraft draft = read.draft();
		if (draft == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, place, found.sourcedId(), form, seen.toString(), read.errors(), null, null);
		}
		String tell = fields.getOrDefault("tell", "");
		Reach.People reached = tell.isEmpty() ? edits.preview(found, draft, OwnSections.person(who)) : new Reach.People(0, 0);
		if (reached.told() > 0) {
			return show(model, place, found.sourcedId(), form, seen.toString(), Map.of(), null, reached);
		}
		return switch (edits.change(place.section, found.sourcedId(), draft, seen, OwnSections.person(who), tell.equals("no"))) {
			case Outcome.Saved _ -> back(place.section);
			case Outcome.Gone _ -> throw unknown();
			case Outcome.Overtaken(Found now) -> {
				response.setStatus(HttpStatus.CONFLICT.value());
				yield show(model, place, now.sourcedId(), form, now.seen().toString(), Map.of(), AssignmentForm.of(now.draft()), null);
			}
		};
	}

	/** A section, and what an assignment of it may say. */
	private record Place(TaughtSection section, Map<Long, String> categories, LocalDate first, LocalDate last) {
		AssignmentForm.Limits limits() {
			return new AssignmentForm.Limits(categories.keySet(), first, last);
		}
	}

	private Place place(SignedIn who, String section) {
		TaughtSection own = sections.of(who, section);
		List<Term> terms = calendars.within(own.terms());
		LocalDate first = terms.stream().map(Term::starts).min(LocalDate::compareTo).orElseThrow(AssignmentPages::unknown);
		LocalDate last = terms.stream().map(Term::ends).max(LocalDate::compareTo).orElseThrow(AssignmentPages::unknown).minusDays(1);
		Map<Long, String> categories = new LinkedHashMap<>();
		grids.categories().entrySet().stream().sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
				.forEach(each -> categories.put(each.getKey(), each.getValue()));
		return new Place(own, categories, first, last);
	}

	private static String show(Model model, Place place, @Nullable SourcedId assignment, AssignmentForm form, String token,
			Map<String, String> errors, @Nullable AssignmentForm theirs, Reach.@Nullable People reached) {
		UriComponentsBuilder action = UriComponentsBuilder.fromPath("/gradebook").pathSegment(place.section.sourcedId().value(),
				"assignments");
		if (assignment != null) {
			action.pathSegment(assignment.value());
		}
		model.addAttribute("view",
				new AssignmentView(place.section, action.encode().toUriString(), assignment == null, form, place.categories,
						place.first, place.last, token, errors, theirs, reached));
		return FORM;
	}

	private Found find(TaughtSection section, String assignment) {
		Optional<SourcedId> name = SourcedId.isValid(assignment) ? Optional.of(new SourcedId(assignment)) : Optional.empty();
		return name.flatMap(valid -> edits.find(section, valid)).orElseThrow(AssignmentPages::unknown);
	}

	private static String back(TaughtSection section) {
		return "redirect:"
				+ UriComponentsBuilder.fromPath("/gradebook").pathSegment(section.sourcedId().value()).encode().toUriString();
	}

	private static Refusal unknown() {
		return new Refusal(HttpStatus.NOT_FOUND, "This section has no such assignment in use.");
	}

	private static UUID uuid(String token) {
		try {
			return UUID.fromString(token);
		} catch (IllegalArgumentException e) {
			throw tooOld();
		}
	}

	private static Instant instant(String token) {
		try {
			return Instant.parse(token);
		} catch (DateTimeException e) {
			throw tooOld();
		}
	}

	private static Refusal tooOld() {
		return new Refusal(HttpStatus.BAD_REQUEST, "The form is not one of ours; open the page anew.");
	}
}
