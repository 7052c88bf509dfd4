package org.schoolbell.sandbox.webpush;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.http2.Http2Answer;
import org.schoolbell.sandbox.phone.Face;

/**
 * What each face answers: Apple with a {@code reason}, Mozilla's autopush with an {@code errno}, Google with a sentence, Microsoft with a header. Sources:
 * Apple "Sending web push notifications in web apps and browsers", autopush's error codes, what fcm.googleapis.com says, Microsoft "Push notification service
 * request and response headers".
 */
final class FaceAnswers {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final Pattern NUMBER = Pattern.compile("[0-9]{3}");
	private static final int CREATED = 201;
	private static final int SERVER_ERROR = 500;

	private FaceAnswers() {
	}

	/** A refusal's status, and its word at Apple or number at Mozilla. */
	private record Word(int status, String word) {}

	static Http2Answer accepted(Face face) {
		String id = UUID.randomUUID().toString();
		return new Http2Answer(CREATED, switch (face) {
			case APPLE -> Map.of("apns-id", id);
			case MOZILLA, GOOGLE -> Map.of("location", "/message/" + id);
			case WNS -> Map.of("x-wns-notificationstatus", "received", "x-wns-msg-id", id);
		}, "");
	}

	static Http2Answer refusing(Face face, Refusal refusal) {
		Word word = switch (face) {
			case APPLE -> apple(refusal);
			case MOZILLA -> mozilla(refusal);
			case GOOGLE -> google(refusal);
			case WNS -> microsoft(refusal);
		};
		return worded(face, word.status(), word.word());
	}

	static Http2Answer failed(Face face) {
		return worded(face, SERVER_ERROR, face == Face.MOZILLA ? "999" : "InternalServerError");
	}

	/** A fault's reason is Apple's word, Mozilla's number, Google's sentence or Microsoft's header. */
	static Http2Answer of(Face face, FaultAnswer fault) {
		Http2Answer worded = worded(face, fault.status(), fault.reason());
		Http2Answer asked = Http2Answer.of(fault, worded.body());
		Map<String, String> headers = new LinkedHashMap<>(worded.headers());
		headers.putAll(asked.headers());
		return new Http2Answer(asked.status(), headers, asked.body());
	}

	private static Http2Answer worded(Face face, int status, @Nullable String word) {
		if (word == null) {
			return new Http2Answer(status, Map.of(), "");
		}
		return switch (face) {
			case APPLE ->
				new Http2Answer(status, Map.of("content-type", "application/json"), JSON.writeValueAsString(Map.of("reason", word)));
			case MOZILLA -> new Http2Answer(status, Map.of("content-type", "application/json"), autopush(status, word));
			case GOOGLE -> new Http2Answer(status, Map.of("content-type", "text/html; charset=utf-8"), word);
			case WNS -> new Http2Answer(status,
					Map.of("x-wns-error-description", word, "x-wns-notificationstatus", "dropped", "x-wns-msg-id", "0"), "");
		};
	}

	private static String autopush(int status, String word) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", status);
		body.put("errno", NUMBER.matcher(word).matches() ? Integer.parseInt(word) : 999);
		body.put("error", "Error");
		body.put("message", "Request did not validate " + word);
		return JSON.writeValueAsString(body);
	}

	private static Word apple(Refusal refusal) {
		return switch (refusal) {
			case UNKNOWN -> new Word(404, "BadPath");
			case GONE -> new Word(410, "Unregistered");
			case METHOD -> new Word(405, "MethodNotAllowed");
			case TTL -> new Word(400, "BadTtl");
			case URGENCY -> new Word(400, "BadUrgency");
			case TOPIC -> new Word(400, "BadWebPushTopic");
			case ENCODING, UNREADABLE -> new Word(400, "BadWebPushRequest");
			case TOKEN -> new Word(403, "BadJwtToken");
			case WRONG_KEY -> new Word(400, "VapidPkHashMismatch");
			case TOO_LARGE -> new Word(413, "PayloadTooLarge");
			case TOO_MANY -> new Word(429, "TooManyRequests");
		};
	}

	private static Word mozilla(Refusal refusal) {
		return switch (refusal) {
			case UNKNOWN -> new Word(404, "102");
			case GONE -> new Word(410, "106");
			case METHOD -> new Word(405, "999");
			case TTL -> new Word(400, "112");
			case URGENCY -> new Word(400, "999");
			case TOPIC -> new Word(400, "113");
			case ENCODING, UNREADABLE -> new Word(400, "110");
			case TOKEN -> new Word(401, "999");
			case WRONG_KEY -> new Word(401, "109");
			case TOO_LARGE -> new Word(413, "104");
			case TOO_MANY -> new Word(429, "999");
		};
	}

	private static Word google(Refusal refusal) {
		return switch (refusal) {
			case UNKNOWN -> new Word(404, "A valid push subscription endpoint should be specified in the URL as such");
			case GONE -> new Word(410, "push subscription has unsubscribed or expired.");
			case METHOD -> new Word(405, "method not allowed");
			case TTL -> new Word(400, "TTL header is missing or out of range");
			case URGENCY -> new Word(400, "invalid Urgency header");
			case TOPIC -> new Word(400, "invalid Topic header");
			case ENCODING, UNREADABLE -> new Word(400, "invalid message encryption");
			case TOKEN -> new Word(401, "authorization header had an invalid vapid token");
			case WRONG_KEY -> new Word(403,
					"the VAPID credentials in the authorization header do not correspond to the credentials used to create the subscriptions.");
			case TOO_LARGE -> new Word(400, "message is larger than 4096 bytes");
			case TOO_MANY -> new Word(429, "too many messages with a topic");
		};
	}

	private static Word microsoft(Refusal refusal) {
		return switch (refusal) {
			case UNKNOWN -> new Word(404, "The channel URI is not valid");
			case GONE -> new Word(410, "The channel has expired");
			case METHOD -> new Word(405, "Method not allowed");
			case TTL -> new Word(400, "TTL is missing or invalid");
			case URGENCY -> new Word(400, "Urgency is invalid");
			case TOPIC -> new Word(400, "Topic is invalid");
			case ENCODING, UNREADABLE -> new Word(400, "The payload is not valid");
			case TOKEN -> new Word(401, "The authorization token is not valid");
			case WRONG_KEY -> new Word(403, "The channel was made with another key");
			case TOO_LARGE -> new Word(413, "The payload is larger than 4096 bytes");
			case TOO_MANY -> new Word(406, "The channel is throttled");
		};
	}
}
