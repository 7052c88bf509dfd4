package org.schoolbell.sandbox.page;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.sandbox.delivery.DeliveryFilter;
import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.delivery.DeliveryPage;

/** What the page asks for; {@code /screens} serves others too. */
@RestController
class PageController {
	private final PageSettings settings;
	private final DeliveryLog log;

	PageController(PageSettings settings, DeliveryLog log) {
		this.settings = settings;
		this.log = log;
	}

	@GetMapping("/page")
	PageSettings page() {
		return settings;
	}

	/** What phones show; one that has had nothing yet is not listed. */
	@GetMapping("/screens")
	Screens screens(@RequestParam(defaultValue = "") List<String> device, @RequestParam(defaultValue = "") List<String> person) {
		DeliveryPage page = log.since(0, DeliveryFilter.of(device, person), Integer.MAX_VALUE);
		return new Screens(page.next(), Screen.after(page.deliveries()));
	}

	/** @param next where the stream of deliveries goes on from here */
	record Screens(long next, List<Screen> screens) {}
}
