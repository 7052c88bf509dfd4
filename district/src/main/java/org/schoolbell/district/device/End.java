package org.schoolbell.district.device;

import java.util.stream.Stream;

/** Why somebody does not stay logged in on a device any more. */
public enum End {
	/** Signed out there, or signed in there without staying logged in. */
	SIGNED_OUT(1),
	/** Signed out from another device, or by an app that takes itself off. */
	SIGNED_OUT_ELSEWHERE(2),
	/** Signed out everywhere at once. */
	SIGNED_OUT_EVERYWHERE(3),
	/** The password is another. */
	PASSWORD_CHANGED(4),
	/** The account lets nobody in any more. */
	ACCOUNT_DISABLED(5),
	/** A token that had been followed by another was shown again: two have the token of one device. */
	OLD_TOKEN(6),
	/** Somebody else signed in there. */
	OTHER_PERSON(7),
	/** The same one signed in there again; the session that followed goes on. */
	SIGNED_IN_AGAIN(8),
	/** It was used least, and there were too many. */
	TOO_MANY(9),
	/** Not used for too long, or begun too long ago. */
	EXPIRED(10);

	private final int code;

	End(int code) {
		this.code = code;
	}

	/** @return as the table keeps it; never used twice */
	int code() {
		return code;
	}

	static End of(int code) {
		return Stream.of(values()).filter(end -> end.code == code).findAny()
				.orElseThrow(() -> new IllegalStateException("A session ended by " + code + ", which a newer server must have written"));
	}
}
