package org.schoolbell.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;

/** What a page costs on the wire, seen from its first request on. */
final class Wire {
	private static final int MOST_BYTES = 100 * 1024;
	/** Layout shifts so far as browsers count them, which leaves out those within half a second of a key or a tap; each with what moved. */
	private static final String WATCH_SHIFTS = """
			window.shifts = [];
			new PerformanceObserver(list => list.getEntries().filter(entry => !entry.hadRecentInput).forEach(entry => window.shifts.push(
				'layout shift ' + entry.value + ' of ' + entry.sources.map(source => (source.node?.className || source.node?.nodeName) + ' '
					+ JSON.stringify(source.previousRect) + ' to ' + JSON.stringify(source.currentRect)).join(', '))))
				.observe({type: 'layout-shift', buffered: true});
			""";

	private final Page page;
	private final List<Request> requests = new ArrayList<>();

	/** @param page before it goes anywhere */
	Wire(Page page) {
		this.page = page;
		page.onRequest(requests::add);
		page.addInitScript(WATCH_SHIFTS);
	}

	/** @return what is wrong with how the page came over the wire */
	List<String> faults() {
		List<String> faults = new ArrayList<>();
		String host = URI.create(page.url()).getAuthority();
		long bytes = 0;
		// A copy: asking for an answer lets the browser speak, which may add a request.
		for (Request request : List.copyOf(requests)) {
			if (request.url().startsWith("data:")) {
				continue;
			}
			if (!URI.create(request.url()).getAuthority().equals(host)) {
				faults.add("asks another host: " + request.url());
			}
			Response response = request.response();
			if (response != null && response.headerValue("content-type") != null
					&& !response.headerValue("content-type").contains("event-stream")) {
				bytes += request.sizes().responseBodySize + request.sizes().responseHeadersSize;
			}
		}
		if (bytes > MOST_BYTES) {
			faults.add("weighs " + bytes + " bytes, more than " + MOST_BYTES);
		}
		((List<?>) page.evaluate("() => window.shifts")).forEach(shift -> faults.add(String.valueOf(shift)));
		return faults;
	}
}
