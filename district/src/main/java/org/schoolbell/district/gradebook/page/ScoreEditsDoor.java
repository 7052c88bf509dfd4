package org.schoolbell.district.gradebook.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.gradebook.EditOutcome;
import org.schoolbell.district.gradebook.Reach;
import org.schoolbell.district.gradebook.ScoreEdit;
import org.schoolbell.district.gradebook.ScoreEdits;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.roster.TaughtSection;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonBodies;
import org.schoolbell.district.web.JsonItem;
import org.schoolbell.district.web.Refusal;

/** What the gradebook's script sends: cells to save, and cells of which it wants to know whom they reach. */
@Hidden
@RestController
class ScoreEditsDoor {
	private static final Set<String> MEMBERS = Set.of("assignment", "student", "seen", "entry", "flags", "extraCredit");

	private final OwnSections sections;
	private final ScoreEdits edits;
	private final JsonBodies bodies;
	private final OutcomeTexts texts;

	ScoreEditsDoor(OwnSections sections, ScoreEdits edits, JsonBodies bodies, OutcomeTexts texts) {
		this.sections = sections;
		this.edits = edits;
		this.bodies = bodies;
		this.texts = texts;
	}

	/** Cells in the order of the edits; each is saved, or says why not, whatever the others are. */
	@MayUse(value = Tool.GRADEBOOK, to = Level.WRITE)
	@PostMapping(path = "/gradebook/{section}/scores", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, List<EditAnswer>> save(@AuthenticationPrincipal SignedIn who, @PathVariable String section, HttpServletRequest request)
			throws IOException {
		TaughtSection own = sections.of(who, section);
		Body body = body(request);
		List<EditOutcome> outcomes = edits.save(own.id(), body.edits(), OwnSections.person(who), body.silent());
		return Map.of("results", texts.answers(body.edits(), outcomes, request));
	}

	/** How many people a loud save of these cells would tell now. */
	@MayUse(value = Tool.GRADEBOOK, to = Level.WRITE)
	@PostMapping(path = "/gradebook/{section}/reach", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, Object> reach(@AuthenticationPrincipal SignedIn who, @PathVariable String section, HttpServletRequest request)
			throws IOException {
		TaughtSection own = sections.of(who, section);
		Body body = body(request);
		Reach.People people = edits.preview(own.id(), body.edits(), OwnSections.person(who));
		return Map.of("told", people.told(), "onPhone", people.onPhone(), "text", texts.reach(body.edits().size(), people, request),
				"detail",
				texts.onPhone(people, request));
	}

	private record Body(boolean silent, List<ScoreEdit> edits) {}

	private Body body(HttpServletRequest request) throws IOException {
		try {
			JsonNode root = bodies.read(request);
			JsonItem body = JsonItem.of(root, "", Set.of("silent", "edits"));
			JsonNode items = root.path("edits");
			if (!items.isArray() || items.isEmpty() || items.size() > ScoreEdits.MOST) {
				throw new InvalidItem("/edits", "must be an array of 1 to " + ScoreEdits.MOST + " edits");
			}
			List<ScoreEdit> read = new ArrayList<>();
			Set<List<Object>> cells = new HashSet<>();
			for (int i = 0; i < items.size(); i++) {
				ScoreEdit edit = edit(items.get(i), "/edits/" + i);
				if (!cells.add(List.of(edit.assignment(), edit.student()))) {
					throw new InvalidItem("/edits/" + i, "must be another cell than those before it");
				}
				read.add(edit);
			}
			return new Body(body.has("silent") && body.truth("silent"), read);
		} catch (InvalidItem invalid) {
			throw Refusal.of(invalid);
		}
	}

	private static ScoreEdit edit(JsonNode node, String pointer) throws InvalidItem {
		JsonItem item = JsonItem.of(node, pointer, MEMBERS);
		Set<Flag> flags = item.constants("flags", Flag.class);
		if (!ScoreEdit.FLAGS.containsAll(flags)) {
			throw new InvalidItem(item.at("flags"),
					"must be of " + ScoreEdit.FLAGS.stream().map(Flag::name).sorted().collect(Collectors.joining(", ")));
		}
		return new ScoreEdit(item.sourcedId("assignment"), item.sourcedId("student"), seen(item), item.text("entry"),
				item.has("flags") ? flags : null, item.has("extraCredit") && item.truth("extraCredit"));
	}

	/** A text, since scripts count exactly to 2^53 only. */
	private static long seen(JsonItem item) throws InvalidItem {
		try {
			return Long.parseLong(Objects.requireNonNullElse(item.text("seen"), ""));
		} catch (NumberFormatException e) {
			throw new InvalidItem(item.at("seen"), "must be the version that the page showed, a whole number as text");
		}
	}
}
