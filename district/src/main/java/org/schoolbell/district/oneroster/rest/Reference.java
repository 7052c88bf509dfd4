package org.schoolbell.district.oneroster.rest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import org.schoolbell.district.event.SourcedId;

/** The specification's GUIDRef: where another record is, what it is called and what it is. */
record Reference(String href, String sourcedId, String type) {
	private static final String GRADEBOOK = "/ims/oneroster/gradebook/v1p2/";
	private static final String ROSTERING = "/ims/oneroster/rostering/v1p2/";

	static Reference lineItem(SourcedId id) {
		return of(GRADEBOOK + "lineItems", id, "lineItem");
	}

	static Reference category(SourcedId id) {
		return of(GRADEBOOK + "categories", id, "category");
	}

	static Reference section(SourcedId id) {
		return of(ROSTERING + "classes", id, "class");
	}

	static Reference school(SourcedId id) {
		return of(ROSTERING + "schools", id, "org");
	}

	static Reference session(SourcedId id) {
		return of(ROSTERING + "academicSessions", id, "academicSession");
	}

	static Reference student(SourcedId id) {
		return of(ROSTERING + "users", id, "user");
	}

	private static Reference of(String collection, SourcedId id, String type) {
		String href = ServletUriComponentsBuilder.fromCurrentContextPath().path(collection).pathSegment(id.value()).encode().toUriString();
		return new Reference(href, id.value(), type);
	}
}
