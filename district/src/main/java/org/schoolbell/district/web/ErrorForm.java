package org.schoolbell.district.web;

import org.springframework.http.MediaType;

/**
 * How a part of the district's addresses words its errors, whichever layer refused. Where no form covers a path, errors are problem details
 * (RFC 9457).
 */
public interface ErrorForm {
	/** @return whether errors at this path have this form */
	boolean covers(String path);

	/** @return the media type of the body */
	MediaType mediaType();

	/** @return the body, to be written as JSON */
	Object body(Refusal refusal);
}
