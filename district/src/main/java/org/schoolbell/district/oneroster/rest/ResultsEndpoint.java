package org.schoolbell.district.oneroster.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.GradebookPage;
import org.schoolbell.district.gradebook.Gradebooks;
import org.schoolbell.district.gradebook.SaveOutcome;
import org.schoolbell.district.gradebook.Scores;
import org.schoolbell.district.gradebook.StoredResult;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonBodies;
import org.schoolbell.district.web.Refusal;

/** OneRoster's results: the scores. */
@Tag(name = "OneRoster 1.2 gradebook")
@RestController
class ResultsEndpoint {
	private static final String PATH = "/ims/oneroster/gradebook/v1p2/results";

	private final Gradebooks gradebooks;
	private final Scores scores;
	private final Shapes shapes;
	private final JsonBodies bodies;
	private final DistrictZone zone;

	ResultsEndpoint(Gradebooks gradebooks, Scores scores, Shapes shapes, JsonBodies bodies, DistrictZone zone) {
		this.gradebooks = gradebooks;
		this.scores = scores;
		this.shapes = shapes;
		this.bodies = bodies;
		this.zone = zone;
	}

	@Operation(operationId = "getAllResults", summary = "Scores, in the order of their sourcedIds")
	@MayCall({Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY})
	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, List<Result>>> all(HttpServletRequest request, @RequestParam(defaultValue = Slice.LIMIT) String limit,
			@RequestParam(defaultValue = "0") String offset) {
		Slice slice = Slice.of(request, limit, offset);
		GradebookPage<StoredResult> page = gradebooks.results(slice.limit(), slice.offset());
		return ResponseEntity.ok().headers(slice.headers(page.total())).body(Map.of("results", shapes.results(page.records())));
	}

	@Operation(operationId = "getResult", summary = "A score")
	@MayCall({Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY})
	@GetMapping(path = PATH + "/{sourcedId}", produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, Result> one(@PathVariable String sourcedId) {
		return Map.of("result", result(SourcedIds.valid(sourcedId).orElseThrow(() -> SourcedIds.unknown("result"))));
	}

	@Operation(operationId = "putResult", summary = "Save a score, and tell families if it changed", description = "201 if the result is new, 200 if it was there. It keeps its lineItem and student.", requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(name = "SingleResult", type = "object"))))
	@MayCall(Scope.GRADEBOOK_CREATEPUT)
	@PutMapping(path = PATH + "/{sourcedId}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Result>> put(HttpServletRequest request, @PathVariable String sourcedId) throws IOException {
		SourcedId name = SourcedIds.valid(sourcedId).orElseThrow(SourcedIds::impossible);
		try {
			SaveOutcome outcome = scores.save(List.of(ResultBody.read(bodies.read(request), name, zone)), null, false).getFirst();
			boolean created = switch (outcome) {
				case SaveOutcome.Changed changed -> changed.created();
				case SaveOutcome.Unchanged unchanged -> unchanged.created();
				case SaveOutcome.Rejected rejected -> throw ResultBody.invalid(rejected);
			};
			return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK).body(Map.of("result", result(name)));
		} catch (InvalidItem invalid) {
			throw Refusal.of(invalid);
		}
	}

	private Result result(SourcedId name) {
		return gradebooks.result(name).map(found -> shapes.results(List.of(found)).getFirst())
				.orElseThrow(() -> SourcedIds.unknown("result"));
	}
}
