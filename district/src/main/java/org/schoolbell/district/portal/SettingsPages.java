package org.schoolbell.district.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/** The list of what a family can set; each has its own page. */
@Controller
class SettingsPages {
	static final String ADDRESS = "/settings";

	@MayUse(Tool.PORTAL)
	@GetMapping(ADDRESS)
	String settings() {
		return "portal/settings";
	}
}
