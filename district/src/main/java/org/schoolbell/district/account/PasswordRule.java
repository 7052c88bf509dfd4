package org.schoolbell.district.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a new password must be, after NIST SP 800-63B: long, and not among those that are tried first. No rule about kinds of characters. */
public enum PasswordRule {
	/** It has at least {@link #LEAST_CHARACTERS} characters. */
	TOO_SHORT {
		@Override
		boolean isBrokenBy(String password, Username username) {
			return password.codePointCount(0, password.length()) < LEAST_CHARACTERS;
		}
	},
	/** It does not have the username in it. */
	HAS_USERNAME {
		@Override
		boolean isBrokenBy(String password, Username username) {
			return password.contains(username.value());
		}
	},
	/** It is not one that many people use, nor a few characters over and over. */
	COMMON {
		@Override
		boolean isBrokenBy(String password, Username username) {
			return password.codePoints().distinct().count() < LEAST_DIFFERENT || Common.PASSWORDS.contains(password);
		}
	};

	/** The fewest characters of a password. */
	public static final int LEAST_CHARACTERS = 12;
	private static final int LEAST_DIFFERENT = 5;

	/** @return the first rule that the password breaks, if any */
	public static Optional<PasswordRule> brokenBy(Password password, Username username) {
		String small = password.value().toLowerCase(Locale.ROOT);
		for (PasswordRule rule : values()) {
			if (rule.isBrokenBy(small, username)) {
				return Optional.of(rule);
			}
		}
		return Optional.empty();
	}

	/** @param password in small letters */
	abstract boolean isBrokenBy(String password, Username username);

	/** Those of at least 12 characters that stand high in published lists of leaked passwords, in small letters. */
	private static final class Common {
		static final Set<String> PASSWORDS = read();

		private static Set<String> read() {
			try (InputStream file = PasswordRule.class.getResourceAsStream("common-passwords.txt")) {
				if (file == null) {
					throw new IllegalStateException("There is no file common-passwords.txt beside " + PasswordRule.class.getName());
				}
				return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
						.collect(Collectors.toUnmodifiableSet());
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
