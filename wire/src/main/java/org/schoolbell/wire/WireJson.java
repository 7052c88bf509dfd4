package org.schoolbell.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is read and written: strictly typed, so that both sides and the schemas agree, yet open for fields of a newer version. */
final class WireJson {
	private WireJson() {
	}

	static JsonMapper mapper() {
		return JsonMapper.builder().addModule(WireTime.module())
				.changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
				.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
				.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
				// Never a piece of the message in an exception.
				.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).withCoercionConfigDefaults(config -> {
					for (CoercionInputShape shape : CoercionInputShape.values()) {
						config.setCoercion(shape, CoercionAction.Fail);
					}
				}).build();
	}

	/** Where and why, in words of our own: Jackson's quote the value. */
	static String explain(JacksonException e) {
		Throwable cause = e.getCause();
		String why = switch (e) {
			case StreamReadException _ -> "not readable as JSON" + at(e.getLocation());
			case JacksonException _ when cause instanceof IllegalArgumentException -> cause.getMessage();
			case JacksonException _ -> "a value is missing or of the wrong type" + at(e.getLocation());
		};
		return path(e) + why;
	}

	private static String path(JacksonException e) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : e.getPath()) {
			if (step.getPropertyName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			} else {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return path.isEmpty() ? "" : path + ": ";
	}

	private static String at(TokenStreamLocation location) {
		return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
	}
}
