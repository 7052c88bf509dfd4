package org.schoolbell.district.api;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.preference.ChosenSettings;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonBodies;
import org.schoolbell.district.web.JsonItem;
import org.schoolbell.district.web.Refusal;

/** A person's settings for a student. */
@Tag(name = "choices")
@RestController
class ChoicesEndpoint {
	private static final String PATH = "/api/v1/choices";
	private static final String WHOM = " `person` is the sourcedId of the student or of an adult who is related to the student, whether or not "
			+ "that gives access; `student` is the student's. Both are required.";

	private final ChosenSettings settings;
	private final Identities identities;
	private final People people;
	private final JsonBodies bodies;
	private final DistrictZone zone;
	private final InstantSource time;

	ChoicesEndpoint(ChosenSettings settings, Identities identities, People people, JsonBodies bodies, DistrictZone zone,
			InstantSource time) {
		this.settings = settings;
		this.identities = identities;
		this.people = people;
		this.bodies = bodies;
		this.zone = zone;
		this.time = time;
	}

	@Operation(summary = "What a person wants to be told about a student", description = "As Settings > Notifications show it." + WHOM)
	@MayCall(Scope.SCHOOLBELL_READ)
	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	ChoicesAnswer get(HttpServletRequest request, @RequestParam(required = false) @Nullable String person,
			@RequestParam(required = false) @Nullable String student) {
		Pairing pair = pair(request, person, student);
		return ChoicesAnswer.of(settings.of(pair.person(), pair.student()));
	}

	@Operation(summary = "Change what a person wants to be told about a student", description = "It concerns later events only. What is left out stays "
			+ "as it is; `preset` is a short way to say all kinds, and where both are given they must agree."
			+ WHOM, requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = ChoicesAnswer.class))))
	@MayCall(Scope.SCHOOLBELL_WRITE)
	@PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ChoicesAnswer put(HttpServletRequest request, @RequestParam(required = false) @Nullable String person,
			@RequestParam(required = false) @Nullable String student, @Parameter(hidden = true) Origin caller) throws IOException {
		Pairing pair = pair(request, person, student);
		try {
			Chosen now = settings.of(pair.person(), pair.student());
			Chosen wanted = ChoicesItem.read(JsonItem.of(bodies.read(request), "", ChoicesItem.MEMBERS), now);
			settings.save(wanted, caller);
			return ChoicesAnswer.of(wanted);
		} catch (InvalidItem invalid) {
			throw Refusal.of(invalid);
		}
	}

	private Pairing pair(HttpServletRequest request, @Nullable String person, @Nullable String student) {
		Query.knows(request, "person", "student");
		PersonId who = identities.named("person", person).orElseThrow(() -> Query.wrong("person", "a sourcedId"));
		PersonId about = identities.named("student", student).orElseThrow(() -> Query.wrong("student", "a sourcedId"));
		boolean related = people.possibleRecipients(Set.of(about), zone.today(time)).getOrDefault(about, List.of()).stream()
				.anyMatch(recipient -> recipient.person().equals(who));
		if (!related) {
			throw new Refusal(HttpStatus.NOT_FOUND,
					"The parameter person names neither this student nor an adult who is related to the student.");
		}
		return new Pairing(who, about);
	}
}
