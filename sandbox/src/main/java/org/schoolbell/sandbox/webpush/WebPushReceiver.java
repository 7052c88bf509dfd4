package org.schoolbell.sandbox.webpush;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.http2.Http2Answer;
import org.schoolbell.sandbox.http2.Http2Request;
import org.schoolbell.sandbox.http2.Http2Service;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Platform;

/** Judges the pushes of one connection and hands those that pass to whoever has subscribed. Used by the connection's thread alone. */
final class WebPushReceiver implements Http2Service {
	private static final Pattern PATH = Pattern.compile("/push/(?<face>[a-z]+)/(?<id>[A-Za-z0-9_-]{1,200})");
	private static final int STREAMS = 100;
	private static final int MOST_BYTES = 4096;

	private final VapidCheck vapid;
	private final TopicLimit topics;
	private final List<Subscribers> subscribers;
	private final InstantSource clock;

	WebPushReceiver(VapidCheck vapid, TopicLimit topics, List<Subscribers> subscribers, InstantSource clock) {
		this.vapid = vapid;
		this.topics = topics;
		this.subscribers = subscribers;
		this.clock = clock;
	}

	/** Where a push goes. */
	private record Address(Face face, String id) {
		static @Nullable Address of(Http2Request request) {
			Matcher path = PATH.matcher(request.path());
			return path.matches() ? Face.at(path.group("face")).map(face -> new Address(face, path.group("id"))).orElse(null) : null;
		}
	}

	@Override
	public Platform platform() {
		return Platform.WEB_PUSH;
	}

	@Override
	public String addressee(Http2Request request) {
		Address address = Address.of(request);
		return address == null ? "" : address.id();
	}

	@Override
	public int streams() {
		return STREAMS;
	}

	@Override
	public int streamsAfter(Http2Answer answer, int before) {
		return before;
	}

	@Override
	public Http2Answer suffer(FaultAnswer fault, Http2Request request) {
		Address address = Address.of(request);
		return FaceAnswers.of(address == null ? Face.MOZILLA : address.face(), fault);
	}

	@Override
	public Http2Answer failed() {
		return FaceAnswers.failed(Face.GOOGLE);
	}

	@Override
	public Http2Answer receive(Http2Request request) {
		Address address = Address.of(request);
		if (address == null) {
			return FaceAnswers.refusing(Face.GOOGLE, Refusal.UNKNOWN);
		}
		return refusal(address, request).map(refusal -> FaceAnswers.refusing(address.face(), refusal))
				.orElseGet(() -> FaceAnswers.accepted(address.face()));
	}

	private Optional<Refusal> refusal(Address address, Http2Request request) {
		if (!"POST".contentEquals(Objects.requireNonNullElse(request.headers().method(), ""))) {
			return Optional.of(Refusal.METHOD);
		}
		return switch (find(address)) {
			case Subscribers.Found.Unknown _ -> Optional.of(Refusal.UNKNOWN);
			case Subscribers.Found.Gone _ -> Optional.of(Refusal.GONE);
			case Subscribers.Found.Known(Subscriber subscriber) ->
				FaceRules.refusal(address.face(), request).or(() -> unsigned(address.face(), request, subscriber))
						.or(() -> unwanted(address, request, subscriber));
		};
	}

	private Subscribers.Found find(Address address) {
		for (Subscribers some : subscribers) {
			Subscribers.Found found = some.find(address.face(), address.id());
			if (!(found instanceof Subscribers.Found.Unknown)) {
				return found;
			}
		}
		return new Subscribers.Found.Unknown();
	}

	private Optional<Refusal> unsigned(Face face, Http2Request request, Subscriber subscriber) {
		VapidCheck.Signer signer = vapid.signer(request.header("authorization"), clock.instant()).orElse(null);
		if (signer == null || !FaceRules.subjectFits(face, signer.subject())) {
			return Optional.of(Refusal.TOKEN);
		}
		String bound = subscriber.applicationServerKey();
		return bound == null || bound.equals(signer.key()) ? Optional.empty() : Optional.of(Refusal.WRONG_KEY);
	}

	private Optional<Refusal> unwanted(Address address, Http2Request request, Subscriber subscriber) {
		if (request.body().length > MOST_BYTES) {
			return Optional.of(Refusal.TOO_LARGE);
		}
		String topic = request.header("topic");
		if (address.face() == Face.GOOGLE && topic != null && !topics.admit(address.id())) {
			return Optional.of(Refusal.TOO_MANY);
		}
		SealedMessage message = new SealedMessage(request.body(), Duration.ofSeconds(FaceRules.ttl(request).orElse(0)),
				Objects.requireNonNullElse(request.header("urgency"), "normal"), topic);
		return subscriber.take(message) ? Optional.empty() : Optional.of(Refusal.UNREADABLE);
	}
}
