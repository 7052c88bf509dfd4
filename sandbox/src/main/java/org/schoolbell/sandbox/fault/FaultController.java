package org.schoolbell.sandbox.fault;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The faults over HTTP. A body with one fault counts as a list of one. */
@RestController
@RequestMapping("/faults")
class FaultController {
	private final FaultBoard board;

	FaultController(FaultBoard board) {
		this.board = board;
	}

	@GetMapping
	List<Fault> faults() {
		return board.faults();
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void set(@RequestBody List<Fault> faults) {
		board.set(faults);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void clear() {
		board.clear();
	}
}
