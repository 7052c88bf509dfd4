package org.schoolbell.district.account.page;

import java.time.Duration;
import java.util.Map;

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

import org.schoolbell.district.account.Password;
import org.schoolbell.district.account.PasswordChange;
import org.schoolbell.district.account.PasswordRule;
import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.account.StayLoggedIn;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.right.ForSignedIn;

/** Where somebody who is signed in chooses another password. */
@Controller
class PasswordPages {
	static final String ADDRESS = "/account/password";

	private final PasswordChange change;
	private final StayLoggedIn stays;

	PasswordPages(PasswordChange change, StayLoggedIn stays) {
		this.change = change;
		this.stays = stays;
	}

	@ForSignedIn
	@GetMapping(ADDRESS)
	String form(@RequestParam(required = false) @Nullable String changed, Model model) {
		return show(model, new PasswordView(changed != null, Map.of(), 0));
	}

	@ForSignedIn
	@PostMapping(ADDRESS)
	String change(@AuthenticationPrincipal SignedIn who, Origin origin, @RequestParam(defaultValue = "") String old,
			@RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response, Model model) {
		return switch (change.change(origin, who.account(), new Password(old), new Password(password))) {
			case PasswordChange.Outcome.Changed changed -> {
				stays.goOnWithout(request, response, changed.session());
				yield "redirect:" + ADDRESS + "?changed";
			}
			case PasswordChange.Outcome.WrongOld _ -> refuse(model, response, "old", "account.password.old.wrong");
			case PasswordChange.Outcome.Refused(PasswordRule rule) -> refuse(model, response, "password", text(rule));
			case PasswordChange.Outcome.Paused(Duration remaining) ->
				show(model, new PasswordView(false, Map.of(), Pause.answer(response, remaining)));
		};
	}

	private static String refuse(Model model, HttpServletResponse response, String field, String why) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(model, new PasswordView(false, Map.of(field, why), 0));
	}

	/** @return the key of the text for a rule that a new password breaks */
	static String text(PasswordRule rule) {
		return switch (rule) {
			case TOO_SHORT -> "account.password.too-short";
			case HAS_USERNAME -> "account.password.has-username";
			case COMMON -> "account.password.common";
		};
	}

	private static String show(Model model, PasswordView view) {
		model.addAttribute("view", view);
		return "account/password";
	}
}
