package org.schoolbell.district.account.page;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.Password;
import org.schoolbell.district.account.SignIn;
import org.schoolbell.district.account.StayLoggedIn;
import org.schoolbell.district.account.WebSessions;
import org.schoolbell.district.account.page.SignInView.Trouble;
import org.schoolbell.district.calendar.Orgs;
import org.schoolbell.district.page.Page;
import org.schoolbell.district.right.ForEveryone;

/** The page for signing in, and the way out. */
@Controller
class SignInPages {
	static final String ADDRESS = "/sign-in";
	private static final String START = "/";

	private final SignIn signIn;
	private final WebSessions sessions;
	private final StayLoggedIn stays;
	private final CsrfTokenRepository formTokens;
	private final Orgs orgs;

	SignInPages(SignIn signIn, WebSessions sessions, StayLoggedIn stays, CsrfTokenRepository formTokens, Orgs orgs) {
		this.signIn = signIn;
		this.sessions = sessions;
		this.stays = stays;
		this.formTokens = formTokens;
		this.orgs = orgs;
	}

	/** @param to where to go on to; anything that is no path of this server counts as absent */
	@ForEveryone
	@GetMapping(ADDRESS)
	String form(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
		return sessions.signedIn(request).isPresent() ? goOn(to) : show(model, new Typed("", to, false), new Trouble.None());
	}

	/** What stays in the form after a wrong try. */
	private record Typed(String username, String to, boolean stay) {}

	/** @param stay the checkbox: there if it is ticked */
	@ForEveryone
	@PostMapping(ADDRESS)
	String signIn(@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String to, @RequestParam(required = false) @Nullable String stay, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Typed typed = new Typed(username, to, stay != null);
		return switch (signIn.with(username, new Password(password), request.getRemoteAddr(), BrowserCookie.of(request))) {
			case SignIn.Outcome.In in -> {
				stays.signedIn(request, response, in.session(), in.browser(), typed.stay());
				BrowserCookie.keep(in.browser(), request, response);
				renewFormToken(request, response);
				yield goOn(to);
			}
			case SignIn.Outcome.Wrong(int left, Duration pause) -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				yield show(model, typed, new Trouble.Wrong(left, Pause.minutes(pause)));
			}
			case SignIn.Outcome.Paused(Duration remaining) ->
				show(model, typed, new Trouble.Paused(Pause.answer(response, remaining)));
		};
	}

	/** Also what a page has kept in this browser goes, such as scores not sent yet: the next reader may be another. */
	@ForEveryone
	@PostMapping(Page.SIGN_OUT)
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		stays.signOut(request, response);
		renewFormToken(request, response);
		response.setHeader("Clear-Site-Data", "\"storage\"");
		return "redirect:" + ADDRESS;
	}

	/** A form from before signing in or out, and a token that somebody else has put into this browser, are good no more. */
	private void renewFormToken(HttpServletRequest request, HttpServletResponse response) {
		formTokens.saveToken(null, request, response);
	}

	private String show(Model model, Typed typed, Trouble trouble) {
		model.addAttribute("view", new SignInView(orgs.district().orElse(""), typed.username(), OwnAddress.of(typed.to()).orElse(""),
				typed.stay(), trouble));
		return "account/signIn";
	}

	private static String goOn(String to) {
		return "redirect:" + OwnAddress.of(to).orElse(START);
	}
}
