package org.schoolbell.district.oneroster.rest;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.gradebook.GradebookPage;
import org.schoolbell.district.gradebook.Gradebooks;
import org.schoolbell.district.gradebook.StoredLineItem;

/** OneRoster's lineItems: the assignments. */
@Tag(name = "OneRoster 1.2 gradebook")
@RestController
class LineItemsEndpoint {
	private static final String PATH = "/ims/oneroster/gradebook/v1p2/lineItems";

	private final Gradebooks gradebooks;
	private final Shapes shapes;

	LineItemsEndpoint(Gradebooks gradebooks, Shapes shapes) {
		this.gradebooks = gradebooks;
		this.shapes = shapes;
	}

	@Operation(operationId = "getAllLineItems", summary = "Assignments, in the order of their sourcedIds")
	@MayCall({Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY})
	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, List<LineItem>>> all(HttpServletRequest request, @RequestParam(defaultValue = Slice.LIMIT) String limit,
			@RequestParam(defaultValue = "0") String offset) {
		Slice slice = Slice.of(request, limit, offset);
		GradebookPage<StoredLineItem> page = gradebooks.lineItems(slice.limit(), slice.offset());
		return ResponseEntity.ok().headers(slice.headers(page.total())).body(Map.of("lineItems", shapes.lineItems(page.records())));
	}

	@Operation(operationId = "getLineItem", summary = "An assignment")
	@MayCall({Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY})
	@GetMapping(path = PATH + "/{sourcedId}", produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, LineItem> one(@PathVariable String sourcedId) {
		return SourcedIds.valid(sourcedId).flatMap(gradebooks::lineItem)
				.map(found -> Map.of("lineItem", shapes.lineItems(List.of(found)).getFirst()))
				.orElseThrow(() -> SourcedIds.unknown("lineItem"));
	}
}
