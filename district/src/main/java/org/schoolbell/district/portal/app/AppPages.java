package org.schoolbell.district.portal.app;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.schoolbell.district.right.ForEveryone;

/** Pages about the app itself, for everyone: browsers keep one of them for when there is no network. */
@Controller
class AppPages {
	/** Kept in browsers before anybody signs in, so it says nothing of anybody. */
	@ForEveryone
	@GetMapping("/offline")
	String offline() {
		return "portal/offline";
	}

	@ForEveryone
	@GetMapping("/supported-platforms")
	String platforms(Model model) {
		model.addAttribute("platforms", Platform.values());
		return "portal/platforms";
	}
}
