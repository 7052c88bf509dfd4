package org.schoolbell.district.api;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonBodies;
import org.schoolbell.district.web.JsonItem;
import org.schoolbell.district.web.Refusal;

/** The district's switch for all pushes. */
@Tag(name = "push settings")
@RestController
class PushSettingsEndpoint {
	private static final String PATH = "/api/v1/push-settings";

	private final PushSwitch pushes;
	private final JsonBodies bodies;

	PushSettingsEndpoint(PushSwitch pushes, JsonBodies bodies) {
		this.pushes = pushes;
		this.bodies = bodies;
	}

	@Operation(summary = "Whether pushes leave the district")
	@MayCall(Scope.SCHOOLBELL_READ)
	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	PushSettings get() {
		return new PushSettings(pushes.enabled());
	}

	@Operation(summary = "Switch pushes on or off for all schools, those that wait to be sent too", requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = PushSettings.class))))
	@MayCall(Scope.SCHOOLBELL_WRITE)
	@PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	PushSettings put(HttpServletRequest request, @Parameter(hidden = true) Origin caller) throws IOException {
		try {
			boolean enabled = JsonItem.of(bodies.read(request), "", Set.of("enabled")).truth("enabled");
			pushes.set(enabled, caller);
			return new PushSettings(enabled);
		} catch (InvalidItem invalid) {
			throw Refusal.of(invalid);
		}
	}
}
