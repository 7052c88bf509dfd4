package org.schoolbell.district.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.dispatch.Parcel;
import org.schoolbell.district.dispatch.seal.PrivateMessage;
import org.schoolbell.district.dispatch.seal.SealKeys;
import org.schoolbell.district.dispatch.seal.Sealer;
import org.schoolbell.district.dispatch.seal.WebPushMessage;
import org.schoolbell.district.notice.NoticeTexts.Said;
import org.schoolbell.district.notice.PushEnd.How;
import org.schoolbell.district.text.Rendered;
import org.schoolbell.wire.Alert;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsToken;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.FcmToken;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.Target;

/** Makes of rows that leave what the relay takes: in the reader's words of now, and sealed where nobody on the way may read them. Thread-safe. */
@Component
class Pushes {
	private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
	private static final int ALERTING_VERSION = 1;

	private final NoticeTexts texts;
	private final CollapseKeys collapse;
	private final Browsers browsers;
	private final Sealer sealer;

	Pushes(NoticeTexts texts, CollapseKeys collapse, Browsers browsers, Sealer sealer) {
		this.texts = texts;
		this.collapse = collapse;
		this.browsers = browsers;
		this.sealer = sealer;
	}

	/** What was made: parcels by the batches that rows are marked with, and the ends of those that cannot be said or sealed. */
	record Made(List<Parcel> parcels, List<PushEnd> unsaid) {}

	/** Not in a transaction: sealing a page on as many threads as there are cores takes milliseconds with native code, a second without. */
	Made of(List<Departure> leaving) {
		Map<NoticeLine.Key, Said> said = texts.said(leaving.stream().map(Departure::line).distinct().toList());
		Map<BatchId, List<Push>> batches = new LinkedHashMap<>();
		List<PushEnd> unsaid = new ArrayList<>();
		for (One one : leaving.parallelStream().map(departure -> one(departure, said.get(departure.line().key()))).toList()) {
			switch (one) {
				case One.Ready ready -> batches.computeIfAbsent(ready.batch, _ -> new ArrayList<>()).add(ready.push);
				case One.Impossible impossible -> unsaid.add(impossible.end);
			}
		}
		return new Made(batches.entrySet().stream().map(batch -> new Parcel(batch.getKey(), batch.getValue())).toList(), unsaid);
	}

	private sealed interface One {
		record Ready(BatchId batch, Push push) implements One {}

		record Impossible(PushEnd end) implements One {}
	}

	/** Nobody is told half a sentence, and one that cannot be said or sealed must not keep the others back. */
	private One one(Departure departure, @Nullable Said said) {
		if (said == null) {
			return new One.Impossible(new PushEnd(departure.row(), How.REJECTED, "TextMissing"));
		}
		try {
			return new One.Ready(departure.batch(), push(departure, said));
		} catch (RuntimeException e) {
			LOG.warn("A push cannot be made and ends: {}", Faults.describe(e));
			return new One.Impossible(new PushEnd(departure.row(), How.REJECTED, "CannotBeMade"));
		}
	}

	private Push push(Departure departure, Said said) {
		return switch (departure.endpoint()) {
			case Endpoint.Apns apns -> forApp(departure, said, apns.sealKeys(),
					new Target.Apns(new ApnsToken(apns.token()), new ApnsTopic(apns.topic()), environment(apns.environment())));
			case Endpoint.Fcm fcm -> forApp(departure, said, fcm.sealKeys(), new Target.Fcm(new FcmToken(fcm.token())));
			case Endpoint.WebPush web -> forBrowser(departure, said, web);
		};
	}

	/** All that is said is in the body, which the relay cannot read. */
	private Push forBrowser(Departure departure, Said said, Endpoint.WebPush web) {
		PushId id = departure.row().push();
		CollapseId tag = tag(departure);
		Rendered seen = seen(departure, said);
		WebPushMessage message = new WebPushMessage(id, seen.title(), seen.body(), link(departure), tag, said.language(),
				alerting(departure), null);
		return new Push(id, departure.row().key().ref(), browsers.target(web, message), tag, Priorities.of(departure.row().key()),
				alerting(departure), departure.row().expiresAt(), null, null, null, null, null);
	}

	/** Without a badge: a number that nothing takes away again would only grow. */
	private Push forApp(Departure departure, Said said, @Nullable SealKeys keys, Target target) {
		OutboxRow row = departure.row();
		boolean hides = departure.hidesDetails();
		Rendered seen = seen(departure, said);
		String kind = departure.line().kind().name();
		PrivateMessage message = new PrivateMessage(row.push(), kind, said.text().title(), said.text().body(), link(departure),
				said.language(), null);
		return new Push(row.push(), row.key().ref(), target, tag(departure), Priorities.of(row.key()), alerting(departure), row.expiresAt(),
				hides ? null : kind, new Alert(seen.title(), seen.body()), null, link(departure),
				hides && keys != null ? sealer.seal(keys, message.json()) : null);
	}

	/** An app that cannot open sealed messages shows the same, and has the rest in its inbox. */
	private Rendered seen(Departure departure, Said said) {
		return departure.hidesDetails() ? texts.hidden(said.language()) : said.text();
	}

	private CollapseId tag(Departure departure) {
		return collapse.of(departure.row().device(), departure.row().slot());
	}

	private static boolean alerting(Departure departure) {
		return departure.row().version() == ALERTING_VERSION;
	}

	private static String link(Departure departure) {
		return "/n/" + departure.row().notice();
	}

	private static ApnsEnvironment environment(Endpoint.ApnsEnvironment environment) {
		return switch (environment) {
			case PRODUCTION -> ApnsEnvironment.PRODUCTION;
			case SANDBOX -> ApnsEnvironment.SANDBOX;
		};
	}
}
