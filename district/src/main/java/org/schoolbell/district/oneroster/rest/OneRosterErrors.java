package org.schoolbell.district.oneroster.rest;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import org.schoolbell.district.web.ErrorForm;
import org.schoolbell.district.web.Refusal;

/** Words errors under {@code /ims} as the specification does, whichever layer refused. */
@Component
class OneRosterErrors implements ErrorForm {
	@Override
	public boolean covers(String path) {
		return path.startsWith("/ims/");
	}

	@Override
	public MediaType mediaType() {
		return MediaType.APPLICATION_JSON;
	}

	@Override
	public Object body(Refusal refusal) {
		CodeMinor code = refusal instanceof OneRosterRefusal ours ? ours.code() : CodeMinor.of(refusal.status());
		return StatusInfo.failure(code, refusal.pointer().map(pointer -> pointer + " " + refusal.detail()).orElse(refusal.detail()));
	}
}
