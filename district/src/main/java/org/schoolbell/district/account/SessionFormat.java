package org.schoolbell.district.account;

import java.nio.charset.StandardCharsets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;

/** What a session's attributes look like in the database: text. Nothing that is read there can become an object of its own choosing. */
@Configuration(proxyBeanMethods = false)
class SessionFormat {
	/** Its name is the one that Spring Session looks for. */
	@Bean
	ConversionService springSessionConversionService() {
		GenericConversionService text = new GenericConversionService();
		text.addConverter(Object.class, byte[].class, SessionFormat::bytes);
		text.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
		return text;
	}

	private static byte[] bytes(Object attribute) {
		if (attribute instanceof String text) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
		throw new IllegalArgumentException("A session keeps ids as text, not a " + attribute.getClass().getName());
	}
}
