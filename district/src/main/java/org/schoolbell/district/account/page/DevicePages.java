package org.schoolbell.district.account.page;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.account.StayLoggedIn;
import org.schoolbell.district.account.page.DevicesView.After;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.right.ForSignedIn;
import org.schoolbell.district.web.Refusal;

/** Where somebody stays logged in, and what is told there. All works without script; another's device is as if it were not there. */
@Controller
class DevicePages {
	static final String ADDRESS = "/settings/devices";

	private final DevicesViews views;
	private final OwnDevices devices;
	private final StayLoggedIn stays;
	private final Pages pages;
	private final CsrfTokenRepository formTokens;

	DevicePages(DevicesViews views, OwnDevices devices, StayLoggedIn stays, Pages pages, CsrfTokenRepository formTokens) {
		this.views = views;
		this.devices = devices;
		this.stays = stays;
		this.pages = pages;
		this.formTokens = formTokens;
	}

	/** @param done what a form has just done, in the address so that loading the page anew does nothing again */
	@ForSignedIn
	@GetMapping(ADDRESS)
	String page(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String done, HttpServletRequest request,
			Model model) {
		model.addAttribute("view", views.of(who, after(done), pages.texts(request)));
		return "account/devices";
	}

	private static After after(String done) {
		return switch (done) {
			case "signed-out" -> After.SIGNED_OUT;
			case "on" -> After.PUSH_ON;
			case "off" -> After.PUSH_OFF;
			default -> After.NOTHING;
		};
	}

	/** @param on what the switch shall be */
	@ForSignedIn
	@PostMapping(ADDRESS + "/{device}/push")
	String push(@AuthenticationPrincipal SignedIn who, @PathVariable String device, @RequestParam(defaultValue = "") String on) {
		boolean wanted = switch (on) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new Refusal(HttpStatus.BAD_REQUEST, "The form is not one of ours; open the page anew.");
		};
		DeviceId id = DeviceId.of(device).orElseThrow(DevicePages::noSuch);
		if (who.person().filter(person -> devices.push(person, id, wanted)).isEmpty()) {
			throw noSuch();
		}
		return back(wanted ? "on" : "off");
	}

	@ForSignedIn
	@PostMapping(ADDRESS + "/{device}/sign-out")
	String signOut(@AuthenticationPrincipal SignedIn who, @PathVariable String device, HttpServletRequest request) {
		Optional<DeviceId> id = DeviceId.of(device);
		if (id.filter(one -> stays.signOut(who, one, request)).isEmpty()) {
			throw noSuch();
		}
		return back("signed-out");
	}

	/** Also here, so it leads to the page for signing in, and what pages have kept in this browser goes. */
	@ForSignedIn
	@PostMapping(ADDRESS + "/sign-out")
	String signOutEverywhere(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		stays.signOutEverywhere(who, request, response);
		formTokens.saveToken(null, request, response);
		response.setHeader("Clear-Site-Data", "\"storage\"");
		return "redirect:" + SignInPages.ADDRESS;
	}

	private static String back(String done) {
		return "redirect:" + ADDRESS + "?done=" + done;
	}

	private static Refusal noSuch() {
		return new Refusal(HttpStatus.NOT_FOUND, "You stay logged in on no such device; " + ADDRESS + " shows yours.");
	}
}
