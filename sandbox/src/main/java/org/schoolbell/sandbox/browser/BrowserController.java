package org.schoolbell.sandbox.browser;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.sandbox.phone.Endpoints;
import org.schoolbell.sandbox.phone.Face;

/** The real browsers over HTTP, with what each said of its messages. */
@RestController
class BrowserController {
	private final Browsers browsers;
	private final Endpoints endpoints;

	BrowserController(Browsers browsers, Endpoints endpoints) {
		this.browsers = browsers;
		this.endpoints = endpoints;
	}

	@GetMapping("/browsers")
	Map<String, List<View>> browsers() {
		return Map.of("browsers", browsers.all().stream().map(browser -> new View(browser.uaid(), browser.isConnected(), browser.waiting(),
				browser.channels().stream().map(this::channel).toList())).toList());
	}

	private ChannelView channel(Channel channel) {
		return new ChannelView(channel.id(), endpoints.of(Face.MOZILLA, channel.endpoint()), channel.applicationServerKey(),
				channel.said());
	}

	/** @param waiting messages that it has not acknowledged */
	record View(String uaid, boolean connected, int waiting, List<ChannelView> channels) {}

	/** @param said of each message, in order */
	record ChannelView(String channelID, String endpoint, @Nullable String applicationServerKey, List<Channel.Said> said) {}
}
