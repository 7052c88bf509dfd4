package org.schoolbell.district.portal.choice;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.portal.Reader;
import org.schoolbell.district.portal.Readers;
import org.schoolbell.district.portal.Student;
import org.schoolbell.district.portal.choice.ChoicesViews.After;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.preference.ChosenSettings;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/** What somebody wants to be told, one student at a time. All works without script; another family's student is as if there were none. */
@Controller
class ChoicePages {
	private static final String TEMPLATE = "portal/choices";
	private static final After READ = new After(null, false);
	private static final After SAVED = new After(null, true);

	private final Readers readers;
	private final ChosenSettings settings;
	private final ChoicesViews views;
	private final Pages pages;

	ChoicePages(Readers readers, ChosenSettings settings, ChoicesViews views, Pages pages) {
		this.readers = readers;
		this.settings = settings;
		this.views = views;
		this.pages = pages;
	}

	/**
	 * @param student one of the reader's, by number; without it the first
	 * @param saved there after a form was saved, so that loading the page anew saves nothing again
	 */
	@MayUse(Tool.PORTAL)
	@GetMapping(ChoicesView.PATH)
	String page(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable Long student,
			@RequestParam(required = false) @Nullable String saved, HttpServletRequest request, Model model) {
		Reader reader = readers.of(who);
		Optional<Student> about = reader.chosen(student).stream().findFirst();
		about.ifPresent(one -> show(who, reader, one, settings.of(reader.known(), one.id()), saved == null ? READ : SAVED, request, model));
		return about.isPresent() ? TEMPLATE : "portal/choicesOfNobody";
	}

	@MayUse(Tool.PORTAL)
	@PostMapping(ChoicesView.PATH)
	String save(@AuthenticationPrincipal SignedIn who, @RequestParam Map<String, String> fields, Origin origin, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		ChoiceForm form = new ChoiceForm(fields);
		Reader reader = readers.of(who);
		Student student = reader.student(form.student());
		Chosen now = settings.of(reader.known(), student.id());
		return switch (form.read(now)) {
			case ChoiceForm.Read.Understood(Chosen wanted) -> {
				settings.save(wanted, origin);
				yield "redirect:" + ChoicesView.PATH + "?student=" + student.number() + "&saved";
			}
			case ChoiceForm.Read.NoPercent(String typed) -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				show(who, reader, student, now, new After(typed, false), request, model);
				yield TEMPLATE;
			}
		};
	}

	private void show(SignedIn who, Reader reader, Student student, Chosen chosen, After after, HttpServletRequest request, Model model) {
		model.addAttribute("view", views.of(who, reader, student, chosen, after, pages.texts(request)));
	}
}
