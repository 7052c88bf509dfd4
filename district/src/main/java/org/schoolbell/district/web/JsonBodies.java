package org.schoolbell.district.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a request's JSON, bounded in size and depth, with numbers exact. It is read as a tree first, so that one item of a wrong type is that item's
 * mistake and not the whole body's. Thread-safe.
 */
@Component
@EnableConfigurationProperties(WebSettings.class)
public class JsonBodies {
	/** An array of items with lists in them has a depth of 3; metadata of a OneRoster record may go deeper. */
	private static final int DEEPEST = 16;

	private final DataSize maxBody;
	private final JsonMapper json;

	JsonBodies(WebSettings settings) {
		this.maxBody = settings.maxBody();
		StreamReadConstraints bounds = StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(255).build();
		this.json = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
				.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();
	}

	/**
	 * Reads the whole body.
	 *
	 * @return never null; an empty body is refused
	 * @throws Refusal 413 if it is too large, 400 if it is no JSON (a bare {@code NaN} is none), too deep, or names a member twice
	 * @throws IOException if the caller goes away
	 */
	public JsonNode read(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() > maxBody.toBytes()) {
			throw tooLarge();
		}
		byte[] bytes = request.getInputStream().readNBytes(Math.toIntExact(maxBody.toBytes() + 1));
		if (bytes.length > maxBody.toBytes()) {
			throw tooLarge();
		}
		try {
			JsonNode body = json.readTree(bytes);
			if (body.isMissingNode()) {
				throw new Refusal(HttpStatus.BAD_REQUEST, "The body is empty; send JSON.");
			}
			return body;
		} catch (StreamConstraintsException e) {
			throw unreadable(e, "is nested deeper than " + DEEPEST + " or has a number or name that is too long");
		} catch (JacksonException e) {
			throw unreadable(e, "is not JSON (RFC 8259), or names a member twice");
		}
	}

	private Refusal tooLarge() {
		return new Refusal(HttpStatus.CONTENT_TOO_LARGE,
				"The body is larger than " + maxBody.toMegabytes() + " MB; send fewer items a call.");
	}

	private static Refusal unreadable(JacksonException why, String what) {
		@Nullable
		TokenStreamLocation location = why.getLocation(); // none where a bound was passed
		String where = location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
		return new Refusal(HttpStatus.BAD_REQUEST, "The body " + what + where + ". Nothing was changed.");
	}
}
