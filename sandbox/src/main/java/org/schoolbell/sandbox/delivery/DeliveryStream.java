package org.schoolbell.sandbox.delivery;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The deliveries as server-sent events: {@code delivery} with the delivery as JSON and its number as the event's id, {@code clear} when
 * all have been forgotten, and a comment now and then, by which a listener who has gone is noticed. Each listener keeps its request's
 * virtual thread.
 */
@RestController
class DeliveryStream {
	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private final DeliveryLog log;
	private final JsonMapper json;

	DeliveryStream(DeliveryLog log, JsonMapper json) {
		this.log = log;
		this.json = json;
	}

	/** @param since as for the list; a browser that comes back says with {@code lastEventId} what it has seen, and that counts more */
	@GetMapping(path = "/deliveries/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void stream(@RequestParam(defaultValue = "0") long since, @RequestParam(defaultValue = "") List<String> device,
			@RequestParam(defaultValue = "") List<String> person,
			@RequestHeader(name = "Last-Event-ID", defaultValue = "-1") long lastEventId,
			HttpServletResponse response) throws IOException, InterruptedException {
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
		response.setCharacterEncoding("UTF-8");
		response.setHeader("Cache-Control", "no-store");
		PrintWriter out = response.getWriter();
		DeliveryLog.Reader reader = log.reader(lastEventId >= 0 ? lastEventId + 1 : since, DeliveryFilter.of(device, person));
		out.print(":\n\n");
		while (!log.isClosed() && !out.checkError()) {
			DeliveryLog.Batch batch = reader.next(HEARTBEAT);
			out.print(batch.cleared() ? "event: clear\ndata:\n\n" : ":\n\n");
			for (Delivery delivery : batch.deliveries()) {
				out.print("id: %d\nevent: delivery\ndata: %s\n\n".formatted(delivery.seq(), json.writeValueAsString(delivery)));
			}
		}
	}

	/** The web server waits for its requests before it stops; these would not end by themselves. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		log.close();
	}
}
