package org.schoolbell.sandbox.phone;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The phones over HTTP: many may be added in one call, and a body with one phone counts as a list of one. */
@RestController
@RequestMapping("/phones")
class PhoneController {
	private final PhoneBook book;
	private final Endpoints endpoints;

	PhoneController(PhoneBook book, Endpoints endpoints) {
		this.book = book;
		this.endpoints = endpoints;
	}

	@GetMapping
	Map<String, List<PhoneView>> phones() {
		return Map.of("phones", book.phones().stream().map(phone -> PhoneView.of(phone, endpoints)).toList());
	}

	/** One phone; of a browser also the subscription, to register it with the district. */
	@GetMapping("/{device}")
	PhoneView phone(@PathVariable String device) {
		return book.named(device).map(phone -> PhoneView.of(phone, endpoints)).orElseThrow(PhoneController::unknown);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void add(@RequestBody List<Phone> phones) {
		book.addAll(phones);
	}

	/** Takes the app off the phone: its token has been unregistered from now on. */
	@DeleteMapping("/{device}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void uninstall(@PathVariable String device) {
		if (!book.uninstall(device)) {
			throw unknown();
		}
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no phone with this device id");
	}
}
