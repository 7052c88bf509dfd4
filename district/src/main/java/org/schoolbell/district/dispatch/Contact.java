package org.schoolbell.district.dispatch;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who sees to this server's settings, for whoever reads that something is wrong with them.
 *
 * @param name of a person or an office
 * @param address where they are reached: an extension, a mail address
 */
@ConfigurationProperties("schoolbell.contact")
record Contact(@Nullable String name, @Nullable String address) {

	/** @return such as "Priya Shah, extension 4410"; empty where the settings name nobody */
	Optional<String> words() {
		String words = Stream.concat(Stream.ofNullable(name), Stream.ofNullable(address)).map(String::strip).filter(word -> !word.isEmpty())
				.collect(Collectors.joining(", "));
		return words.isEmpty() ? Optional.empty() : Optional.of(words);
	}
}
