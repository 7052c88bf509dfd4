package org.schoolbell.district.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a web session knows: which account, and the version of its password at sign-in.
 *
 * @param version the session ends when the account has another
 */
public record SessionKey(AccountId account, int version) {
	private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

	/** @return as it is kept in the session */
	public String value() {
		return account.value() + "." + version;
	}

	/** @return the key of this text, empty if it is none */
	public static Optional<SessionKey> of(String value) {
		Matcher matcher = FORM.matcher(value);
		return matcher.matches()
				? Optional.of(new SessionKey(new AccountId(Long.parseLong(matcher.group(1))), Integer.parseInt(matcher.group(2))))
				: Optional.empty();
	}
}
