package org.schoolbell.district.account.page;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.Activation;
import org.schoolbell.district.account.ActivationKey;
import org.schoolbell.district.account.Password;
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
			Map<String, String> errors = new LinkedHashMap<>();
			readKey.ifPresentOrElse(_ -> {
			}, () -> errors.put("key", "account.activate.key.form"));
			readUsername.ifPresentOrElse(_ -> {
			}, () -> errors.put("username", "account.activate.username.form"));
			return refuse(model, response, new ActivationView(key, username, errors, 0));
		}
		return switch (activation.use(InetAddress.ofLiteral(request.getRemoteAddr()), readKey.get(), readUsername.get(),
				new Password(password))) {
			case Activation.Outcome.Activated activated -> {
				sessions.begin(request, activated.session());
				formTokens.saveToken(null, request, response);
				yield "redirect:/";
			}
			case Activation.Outcome.UnknownKey _ ->
				refuse(model, response, new ActivationView("", username, Map.of("key", "account.activate.key.unknown"), 0));
			case Activation.Outcome.UsernameTaken _ ->
				refuse(model, response, new ActivationView(key, username, Map.of("username", "account.activate.username.taken"), 0));
			case Activation.Outcome.PasswordRefused refused ->
				refuse(model, response, new ActivationView(key, username, Map.of("password", PasswordPages.text(refused.rule())), 0));
			case Activation.Outcome.Paused paused -> {
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(paused.remaining().plusMillis(999).toSeconds()));
				yield show(model, new ActivationView(key, username, Map.of(), SignInView.minutes(paused.remaining())));
			}
		};
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
