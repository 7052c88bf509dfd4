package org.schoolbell.district.portal.app;

import java.util.List;
import java.util.stream.IntStream;

/** Why a browser cannot be told, as the script {@code device.js} finds out; one at a time, the one to mend first. */
public enum Lack {
	/** On an iPhone or iPad only an app on the Home Screen is told. */
	HOME("home", 3),
	/** The person, or whoever looks after the device, has blocked notifications. */
	DENIED("denied", 3),
	/** No Web Push: too old, a private window, or switched off by whoever looks after the device. */
	UNABLE("unable", 3),
	/** An address without TLS, where browsers allow no worker. */
	INSECURE("insecure", 0);

	private final String word;
	private final int steps;

	Lack(String word, int steps) {
		this.word = word;
		this.steps = steps;
	}

	/** @return the script's word for it */
	public String word() {
		return word;
	}

	/** @return the text of what is lacking */
	public String key() {
		return "reach." + word;
	}

	/** @return the texts of how to mend it, in order */
	public List<String> steps() {
		return IntStream.rangeClosed(1, steps).mapToObj(step -> key() + "." + step).toList();
	}
}
