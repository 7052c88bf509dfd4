package org.schoolbell.sandbox.delivery;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The deliveries over HTTP. */
@RestController
@RequestMapping("/deliveries")
class DeliveryController {
	private static final String NO_LIMIT = "" + Integer.MAX_VALUE;

	private final DeliveryLog log;

	DeliveryController(DeliveryLog log) {
		this.log = log;
	}

	/** @param since the number to begin with, as the last answer's {@code next} says; 0 for all that is kept */
	@GetMapping
	DeliveryPage deliveries(@RequestParam(defaultValue = "0") long since, @RequestParam(defaultValue = "") List<String> device,
			@RequestParam(defaultValue = "") List<String> person, @RequestParam(defaultValue = NO_LIMIT) int limit) {
		return log.since(since, DeliveryFilter.of(device, person), limit);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void forget() {
		log.clear();
	}
}
