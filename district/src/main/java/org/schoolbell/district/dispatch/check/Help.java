package org.schoolbell.district.dispatch.check;

/**
 * What helps where a step failed.
 *
 * @param firewall the sentence for whoever looks after the firewall: what to allow, from where to where, or that there is nothing to do
 * @param addressee who gets the letter
 * @param subject of the letter
 * @param letter ready to copy; several lines
 */
public record Help(Wording firewall, Addressee addressee, Wording subject, Wording letter) {
	/** Who can do something about it. */
	public enum Addressee {
		/** Whoever looks after firewall and name servers between this server and the Internet. */
		NETWORK("network"),
		/** Whoever runs the relay. */
		RELAY("relay");

		private final String key;

		Addressee(String key) {
			this.key = key;
		}

		/** @return who that is, in words */
		public Wording word() {
			return Wording.of("check.addressee." + key);
		}

		/** @return its name in the keys of texts */
		String key() {
			return key;
		}
	}
}
