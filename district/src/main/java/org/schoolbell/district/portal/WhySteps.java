package org.schoolbell.district.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.notice.OwnLine;
import org.schoolbell.district.notice.Trace.TracedPush;
import org.schoolbell.district.notice.Whys;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.page.Tone;
import org.schoolbell.district.preference.Choice;

/** Says in plain words why somebody was told, and what became of it on the way to the phone. */
final class WhySteps {
	private final Texts texts;
	private final Map<DeviceId, String> names;

	/** @param names what the reader calls the devices */
	WhySteps(Texts texts, Map<DeviceId, String> names) {
		this.texts = texts;
		this.names = names;
	}

	/** @param choice as it is today; traces keep what was decided and not by which setting */
	List<WhyView.Step> of(OwnLine line, Student student, boolean own, Choice choice, Whys.Why why) {
		List<WhyView.Step> steps = new ArrayList<>();
		steps.add(ok(texts.of("portal.why.happened"), texts.exact(line.event().time())));
		steps.add(own
				? ok(texts.of("portal.why.own"), texts.of("portal.why.own.then"))
				: ok(texts.of("portal.why.access", "name", student.name()), texts.of("portal.why.access.then")));
		steps.add(asked(line, choice, why));
		why.pushes().forEach(push -> steps.add(push(push)));
		if (why.pushes().isEmpty()) {
			steps.add(inboxOnly(why));
		}
		return steps;
	}

	private WhyView.Step asked(OwnLine line, Choice choice, Whys.Why why) {
		String decided = why.decisions().isEmpty()
				? texts.of("portal.why.not-kept")
				: texts.of("portal.why.decided", "at", texts.exact(why.decisions().getFirst().at()));
		if (line.correction()) {
			return ok(texts.of("portal.why.corrects"), decided);
		}
		return line.score().flatMap(score -> reason(score, choice)).map(reason -> ok(reason, decided))
				.orElseGet(() -> new WhyView.Step(Tone.WARN,
						texts.of("portal.why.changed"), texts.of("portal.why.state.changed"),
						List.of(texts.of("portal.why.changed.then"), decided)));
	}

	/** @return why today's setting lets this through; empty if it would not */
	private Optional<String> reason(ScoreValue score, Choice choice) {
		boolean missing = score.flags().contains(Flag.MISSING);
		if (!choice.wants(missing)) {
			return Optional.empty();
		}
		if (missing) {
			return Optional.of(texts.of("portal.why.missing"));
		}
		BigDecimal below = choice.below();
		if (below == null) {
			return Optional.of(texts.of("portal.why.every"));
		}
		return score.effectivePercent().filter(percent -> percent.compareTo(below) < 0)
				.map(percent -> texts.of("portal.why.below", "below", texts.percent(below), "percent", texts.percent(percent)));
	}

	private WhyView.Step push(TracedPush push) {
		String device = Optional.ofNullable(names.get(push.device())).orElseGet(() -> texts.of("portal.why.device"));
		String state = texts.of("portal.why.push." + push.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		return switch (push.outcome()) {
			case ACCEPTED -> new WhyView.Step(Tone.OK, texts.of("portal.why.on", "device", device), texts.of("portal.why.state.ok"),
					List.of(state));
			case WAITING, IN_FLIGHT, DEFERRED -> new WhyView.Step(Tone.PLAIN, texts.of("portal.why.on", "device", device),
					texts.of("portal.why.state.open"), List.of(state));
			case DEVICE_GONE, REJECTED, NO_PROVIDER, OVERTAKEN, STOPPED, EXPIRED -> new WhyView.Step(Tone.WARN,
					texts.of("portal.why.not-on", "device", device), texts.of("portal.why.state.not"), List.of(state));
		};
	}

	/** Nothing was pushed: which rule kept it off the phone, if traces of that day are still kept. */
	private WhyView.Step inboxOnly(Whys.Why why) {
		Optional<Rule> rule = why.decisions().isEmpty() ? Optional.empty() : why.decisions().getLast().rule();
		String then = rule.map(this::kept).orElseGet(() -> texts.of("portal.why.inbox.unknown"));
		return new WhyView.Step(Tone.PLAIN, texts.of("portal.why.inbox"), texts.of("portal.why.state.not"), List.of(then));
	}

	private String kept(Rule rule) {
		return switch (rule) {
			case PUSH_DISABLED -> texts.of("portal.why.inbox.push-disabled");
			case TOO_OLD -> texts.of("portal.why.inbox.too-old");
			case NO_DEVICE -> texts.of("portal.why.inbox.no-device");
			case KIND_OFF, ABOVE_THRESHOLD -> texts.of("portal.why.inbox.switched-off");
			case SILENT, OVERTAKEN, WITHDRAWN, NOT_ACTIVE_YEAR, NOT_ENROLLED, NOT_ON_ROSTER, PORTAL_DISABLED, NOT_PUBLISHED, NOT_COUNTED,
					NO_ACCESS, TOOL_HIDDEN, OWN_ACT ->
				texts.of("portal.why.inbox.unknown");
		};
	}

	private WhyView.Step ok(String first, String then) {
		return new WhyView.Step(Tone.OK, first, texts.of("portal.why.state.ok"), List.of(then));
	}
}
