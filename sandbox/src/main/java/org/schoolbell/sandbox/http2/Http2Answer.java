package org.schoolbell.sandbox.http2;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.schoolbell.sandbox.fault.FaultAnswer;

/** What goes back on a push's stream. Header names are in lower case, as HTTP/2 wants them. */
public record Http2Answer(int status, Map<String, String> headers, String body) {

	/** The answer that a fault asks for, with this body unless it brings its own. */
	public static Http2Answer of(FaultAnswer fault, String body) {
		Map<String, String> headers = new LinkedHashMap<>();
		fault.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
		if (fault.retryAfter() != null) {
			headers.put("retry-after", Long.toString(fault.retryAfter().toSeconds()));
		}
		return new Http2Answer(fault.status(), headers, fault.rawBody() == null ? body : fault.rawBody());
	}

	/** The same with one more header. */
	public Http2Answer with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(name, value);
		return new Http2Answer(status, more, body);
	}
}
