package org.schoolbell.district.dispatch.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.dispatch.BrokerLink;
import org.schoolbell.district.dispatch.BrokerSettings;
import org.schoolbell.district.dispatch.check.Help.Addressee;

/** One check. For one thread. */
final class Walk implements AutoCloseable {
	private final BrokerSettings settings;
	private final Network network;
	private final TlsProbe tls;
	private final BrokerProbe broker;
	private final Consumer<Step> progress;
	private final List<Step> steps = new ArrayList<>();
	private @Nullable FaultException failure;

	/** Does a step. */
	@FunctionalInterface
	private interface Attempt {
		Finding make() throws FaultException, InterruptedException;
	}

	Walk(BrokerSettings settings, BrokerLink link, BrokerProbe broker, Duration patience, Consumer<Step> progress) {
		String host = settings.host() == null ? "" : settings.host();
		this.settings = settings;
		this.network = new Network(host, settings.port(), patience);
		this.tls = new TlsProbe(link, host, settings.port());
		this.broker = broker;
		this.progress = progress;
	}

	ConnectionReport go(InstantSource time) throws InterruptedException {
		Instant began = time.instant();
		step(Stage.DNS, this::resolve);
		step(Stage.TCP, network::reach);
		step(Stage.TLS, () -> tls(began));
		step(Stage.SIGN_IN, broker::signIn);
		step(Stage.PUBLISH, () -> broker.publish(time));
		step(Stage.RECEIPT, broker::receipt);
		return new ConnectionReport(began, target(), steps, tls.certificate().orElse(null), help(began));
	}

	private Finding resolve() throws FaultException {
		if (settings.host() == null) {
			throw new FaultException(Fault.NOT_CONFIGURED, null);
		}
		return network.resolve();
	}

	private Finding tls(Instant now) throws FaultException {
		return settings.tls() ? tls.handshake(network, now) : Finding.warning(Wording.of("check.warning.tls-off"));
	}

	private void step(Stage stage, Attempt attempt) throws InterruptedException {
		Step step = failure == null ? tried(stage, attempt) : new Step(stage, Result.NOT_TRIED, title(stage), List.of(), null);
		steps.add(step);
		progress.accept(step);
	}

	private Step tried(Stage stage, Attempt attempt) throws InterruptedException {
		long began = System.nanoTime();
		Finding finding;
		try {
			finding = attempt.make();
		} catch (FaultException e) {
			failure = e;
			finding = new Finding(Result.FAILED, e.says());
		}
		return new Step(stage, finding.result(), title(stage), finding.says(), Duration.ofNanos(System.nanoTime() - began));
	}

	private Wording title(Stage stage) {
		return Wording.of("check.step." + stage.key(), "port", port());
	}

	private Wording target() {
		return settings.host() == null
				? Wording.of("check.target.none")
				: Wording.of("check.target", "host", settings.host(), "port", port());
	}

	private @Nullable Help help(Instant began) {
		FaultException wrong = failure;
		Addressee addressee = wrong == null ? null : wrong.fault().addressee();
		if (wrong == null || addressee == null) {
			return null;
		}
		Stage stage = steps.stream().filter(step -> step.result() == Result.FAILED).map(Step::stage).findFirst().orElseThrow();
		Map<String, Object> way = Map.of("from", network.from(), "to", network.to(), "port", port());
		Wording firewall = new Wording(firewall(stage, addressee), way);
		Map<String, Object> facts = new HashMap<>(way);
		facts.putAll(Map.of("firewall", firewall, "step", title(stage), "meaning", wrong.says().getFirst(), "at", began, "district",
				settings.district() == null ? "" : settings.district()));
		String letter = "check.letter." + addressee.key();
		return new Help(firewall, addressee, new Wording(letter + ".subject", facts), new Wording(letter, facts));
	}

	/** What was reached lets the firewall through, so from the sign-in on its owner has nothing to do; a certificate may be that of a firewall. */
	private static String firewall(Stage stage, Addressee addressee) {
		if (stage.compareTo(Stage.TLS) > 0) {
			return "check.firewall.through";
		}
		return stage == Stage.TLS && addressee == Addressee.RELAY ? "check.firewall.inspection" : "check.firewall.allow";
	}

	private String port() {
		return String.valueOf(settings.port());
	}

	@Override
	public void close() {
		broker.close();
	}
}
