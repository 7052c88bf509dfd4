package org.schoolbell.district.account.page;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.Activation;
import org.schoolbell.district.account.Activation.Outcome;
import org.schoolbell.district.account.ActivationKey;
import org.schoolbell.district.account.Password;
import org.schoolbell.district.account.PasswordRule;
import org.schoolbell.district.account.SessionKey;
import org.schoolbell.district.account.Username;
import org.schoolbell.district.account.WebSessions;
import org.schoolbell.district.right.ForEveryone;

/** Where somebody with a key from the school chooses username and password. */
@Controller
class ActivationPages {
	private static final String ADDRESS = "/activate";

	private final Activation activation;
	private final WebSessions sessions;
	private final CsrfTokenRepository formTokens;

	ActivationPages(Activation activation, WebSessions sessions, CsrfTokenRepository formTokens) {
		this.activation = activation;
		this.sessions = sessions;
		this.formTokens = formTokens;
	}

	@ForEveryone
	@GetMapping(ADDRESS)
	String form(Model model) {
		return show(model, new ActivationView("", "", Map.of(), 0));
	}

	@ForEveryone
	@PostMapping(ADDRESS)
	String activate(@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<ActivationKey> readKey = ActivationKey.of(key);
		Optional<Username> readUsername = Username.of(username);
		if (readKey.isEmpty() || readUsername.isEmpty()) {
			return refuse(model, response, new ActivationView(key, username, malformed(readKey, readUsername), 0));
		}
		InetAddress from = InetAddress.ofLiteral(request.getRemoteAddr());
		return switch (activation.use(from, readKey.get(), readUsername.get(), new Password(password))) {
			case Outcome.Activated(SessionKey session) -> {
				sessions.begin(request, session);
				formTokens.saveToken(null, request, response);
				yield "redirect:/";
			}
			case Outcome.UnknownKey _ -> refuse(model, response, view("", username, "key", "account.activate.key.unknown"));
			case Outcome.UsernameTaken _ -> refuse(model, response, view(key, username, "username", "account.activate.username.taken"));
			case Outcome.PasswordRefused(PasswordRule rule) ->
				refuse(model, response, view(key, username, "password", PasswordPages.text(rule)));
			case Outcome.Paused(Duration remaining) ->
				show(model, new ActivationView(key, username, Map.of(), Pause.answer(response, remaining)));
		};
	}

	private static Map<String, String> malformed(Optional<ActivationKey> key, Optional<Username> username) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (key.isEmpty()) {
			errors.put("key", "account.activate.key.form");
		}
		if (username.isEmpty()) {
			errors.put("username", "account.activate.username.form");
		}
		return errors;
	}

	private static ActivationView view(String key, String username, String field, String why) {
		return new ActivationView(key, username, Map.of(field, why), 0);
	}

	private static String refuse(Model model, HttpServletResponse response, ActivationView view) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(model, view);
	}

	private static String show(Model model, ActivationView view) {
		model.addAttribute("view", view);
		return "account/activate";
	}
}
