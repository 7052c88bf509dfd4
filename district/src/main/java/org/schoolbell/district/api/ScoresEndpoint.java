package org.schoolbell.district.api;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.gradebook.SaveOutcome;
import org.schoolbell.district.gradebook.ScoreToSave;
import org.schoolbell.district.gradebook.Scores;
import org.schoolbell.district.web.JsonBodies;

/** Scores from an integrator. */
@Tag(name = "scores")
@RestController
class ScoresEndpoint {
	private final Scores scores;
	private final JsonBodies bodies;
	private final DistrictZone zone;

	ScoresEndpoint(Scores scores, JsonBodies bodies, DistrictZone zone) {
		this.scores = scores;
		this.bodies = bodies;
		this.zone = zone;
	}

	@Operation(summary = "Save scores, and tell families of those that changed", description = "An array of at most 10,000 scores, or one score as an object. Valid ones are saved whatever the others are; each has a "
			+ "result in its place. A score is whole: what is left out, it no longer has. Of several scores of one student on one "
			+ "assignment the last stands, and the others are answered as unchanged.", requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, array = @ArraySchema(schema = @Schema(implementation = ScoreSchema.class)))))
	@MayCall(Scope.SCHOOLBELL_WRITE)
	@PostMapping(path = "/api/v1/scores", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	Results save(HttpServletRequest request, @RequestParam(defaultValue = "false") String silent) throws IOException {
		Query.knows(request, "silent");
		boolean nobodyTold = Query.truth("silent", silent);
		Batch<ScoreToSave> batch = Batch.of(bodies.read(request), (item, pointer) -> ScoreItem.read(item, pointer, zone));
		List<SaveOutcome> outcomes = scores.save(List.copyOf(batch.items().values()), null, nobodyTold);
		return batch.answer(outcomes, ScoreItem::result);
	}
}
