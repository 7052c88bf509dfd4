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
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.preference.PushSwitch.Saving;
import org.schoolbell.district.preference.page.PushView.After;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.web.Refusal;

/** The page of the district's switch, and its form. Both work without script. */
@Controller
class PushPages {
	static final String PATH = "/settings/push-notifications";
	private static final String TEMPLATE = "preference/pushNotifications";
	private static final int MOST_DIGITS = 18;

	private final PushSwitch pushes;
	private final LastChanges changes;
	private final Calendars calendars;

	PushPages(PushSwitch pushes, LastChanges changes, Calendars calendars) {
		this.pushes = pushes;
		this.changes = changes;
		this.calendars = calendars;
	}

	/** @param saved there after a form was saved, so that loading the page anew saves nothing again */
	@MayUse(Tool.PUSH_NOTIFICATIONS)
	@GetMapping(PATH)
	String page(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String saved, Model model) {
		return show(model, who, pushes.state(), saved == null ? After.NOTHING : After.SAVED);
	}

	/**
	 * @param enabled the checkbox: there if it is ticked
	 * @param version of the switch that the reader has seen
	 */
	@MayUse(value = Tool.PUSH_NOTIFICATIONS, to = Level.WRITE)
	@PostMapping(PATH)
	String save(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String enabled,
			@RequestParam(defaultValue = "") String version, Origin origin, Model model, HttpServletResponse response) {
		return switch (pushes.save(enabled != null, number(version), origin)) {
			case Saving.Saved _ -> "redirect:" + PATH + "?saved";
			case Saving.Conflict(PushSwitch.State now) -> {
				response.setStatus(HttpStatus.CONFLICT.value());
				yield show(model, who, now, After.OVERTAKEN);
			}
		};
	}

	private String show(Model model, SignedIn who, PushSwitch.State now, After after) {
		model.addAttribute("view", new PushView(now, who.may(Tool.PUSH_NOTIFICATIONS, Level.WRITE), calendars.schoolsInActiveYear(),
				changes.ofSwitch().orElse(null), after));
		return TEMPLATE;
	}

	private static long number(String version) {
		if (!version.matches("[0-9]{1," + MOST_DIGITS + "}")) {
			throw new Refusal(HttpStatus.BAD_REQUEST, "The form is not one of ours; open the page anew.");
		}
		return Long.parseLong(version);
	}
}
