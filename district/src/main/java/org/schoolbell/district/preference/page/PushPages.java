package org.schoolbell.district.preference.page;

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
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.preference.PushSwitch.Saving;
import org.schoolbell.district.preference.page.PushView.After;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.web.Refusal;

/** The page of the district's switch, its form, and the check of the connection. All work without script. */
@Controller
class PushPages {
	private static final String TEMPLATE = "preference/pushNotifications";
	private static final String VIEW = "view";
	private static final int MOST_DIGITS = 18;

	private final PushSwitch pushes;
	private final PushViews views;
	private final ConnectionChecks checks;

	PushPages(PushSwitch pushes, PushViews views, ConnectionChecks checks) {
		this.pushes = pushes;
		this.views = views;
		this.checks = checks;
	}

	/** @param saved there after a form was saved, so that loading the page anew saves nothing again */
	@MayUse(Tool.PUSH_NOTIFICATIONS)
	@GetMapping(PushView.PATH)
	String page(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String saved, Model model) {
		model.addAttribute(VIEW, views.of(who, pushes.state(), saved == null ? After.NOTHING : After.SAVED));
		return TEMPLATE;
	}

	/**
	 * @param enabled the checkbox: there if it is ticked
	 * @param version of the switch that the reader has seen
	 */
	@MayUse(value = Tool.PUSH_NOTIFICATIONS, to = Level.WRITE)
	@PostMapping(PushView.PATH)
	String save(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String enabled,
			@RequestParam(defaultValue = "") String version, Origin origin, Model model, HttpServletResponse response) {
		return switch (pushes.save(enabled != null, number(version), origin)) {
			case Saving.Saved _ -> "redirect:" + PushView.PATH + "?saved";
			case Saving.Conflict(PushSwitch.State now) -> {
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute(VIEW, views.of(who, now, After.OVERTAKEN));
				yield TEMPLATE;
			}
		};
	}

	/**
	 * Answers with the page when the check is done. It changes nothing and tells nobody, so reading is right enough; and it is answered at once, not by way of
	 * another request, which another server might get that knows nothing of it.
	 */
	@MayUse(Tool.PUSH_NOTIFICATIONS)
	@PostMapping(PushView.CHECK)
	String check(@AuthenticationPrincipal SignedIn who, Model model) throws InterruptedException {
		checks.run();
		return page(who, null, model);
	}

	/** Whoever loads the result's address anew, without the form. */
	@MayUse(Tool.PUSH_NOTIFICATIONS)
	@GetMapping(PushView.CHECK)
	String checked() {
		return "redirect:" + PushView.PATH;
	}

	private static long number(String version) {
		if (!version.matches("[0-9]{1," + MOST_DIGITS + "}")) {
			throw new Refusal(HttpStatus.BAD_REQUEST, "The form is not one of ours; open the page anew.");
		}
		return Long.parseLong(version);
	}
}
