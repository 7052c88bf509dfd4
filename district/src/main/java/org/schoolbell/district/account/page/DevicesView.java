package org.schoolbell.district.account.page;

import java.util.List;
import java.util.Optional;

import org.schoolbell.district.device.DeviceId;

/**
 * What the template of the page of devices is given. Times and names are words already.
 *
 * @param family whether the page stands in the portal, and not among the pages of the staff
 * @param listed whether the roster has this one, so that there is something to be told
 * @param here this device; empty if nobody stays logged in on it
 * @param others on which this one stays logged in, the one that was used last first
 * @param ended where that was so until lately
 */
public record DevicesView(boolean family, boolean listed, Optional<Device> here, List<Device> others, List<Ended> ended, After after) {
	/**
	 * A device.
	 *
	 * @param state how it stands with pushes
	 * @param used when it was used, to the day
	 */
	public record Device(DeviceId id, String name, State state, boolean pushOn, String used) {}

	/** How a device stands with pushes. */
	public enum State {
		/** They come. */
		TOLD("account.devices.state.told"),
		/** They would, if they were not switched off. */
		OFF("account.devices.state.off"),
		/** It has no push address. */
		NOT_SET_UP("account.devices.state.not-set-up"),
		/** Its push address is dead. */
		LOST("account.devices.state.lost");

		private final String key;

		State(String key) {
			this.key = key;
		}

		/** @return the text that says so */
		public String key() {
			return key;
		}
	}

	/**
	 * A session that has ended.
	 *
	 * @param why the key of the reason's text
	 * @param alarm whether somebody may have what they should not
	 */
	public record Ended(String name, String at, String why, boolean alarm) {}

	/** What was done just before. */
	public enum After {
		/** Nothing. */
		NOTHING,
		/** A device was signed out. */
		SIGNED_OUT,
		/** Pushes to a device were switched on. */
		PUSH_ON,
		/** Pushes to a device were switched off. */
		PUSH_OFF
	}
}
