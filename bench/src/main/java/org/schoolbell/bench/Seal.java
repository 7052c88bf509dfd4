package org.schoolbell.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.schoolbell.district.dispatch.seal.CurveProvider;
import org.schoolbell.district.dispatch.seal.SealKeys;
import org.schoolbell.district.dispatch.seal.Sealer;
import org.schoolbell.district.dispatch.seal.WebPushMessage;
import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.PushId;

/**
 * Seals messages for browsers with the product's own code, by the provider that serves on this machine and by the JDK, in rounds that alternate. It counts the
 * processor's time of one thread, so that what else the machine does costs nothing.
 */
@Command(name = "seal", mixinStandardHelpOptions = true, description = "Web pushes sealed a second and core, by the provider that serves here and by the JDK.")
final class Seal implements Callable<Integer> {
	private static final int DEVICES = 64;
	private static final double NANOS = 1e9;

	@Option(names = "--rounds", description = "Of each provider, after one to warm up (default: ${DEFAULT-VALUE})", defaultValue = "9")
	private int rounds = 9;
	@Option(names = "--messages", description = "In a round (default: ${DEFAULT-VALUE})", defaultValue = "2000")
	private int messages = 2_000;

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final RandomGenerator random = new SplittableRandom(8291);

	@Override
	public Integer call() throws GeneralSecurityException {
		CurveProvider serving = CurveProvider.fastest();
		Sealer fast = new Sealer(serving);
		Sealer plain = new Sealer(CurveProvider.jdk());
		List<SealKeys> devices = devices();
		double[] fastRates = new double[rounds];
		double[] plainRates = new double[rounds];
		round(fast, devices);
		round(plain, devices);
		for (int round = 0; round < rounds; round++) {
			fastRates[round] = round(fast, devices);
			plainRates[round] = round(plain, devices);
		}
		double served = median(fastRates);
		double jdk = median(plainRates);
		new Report("seal").figure("provider", serving.name()).figure("messages_per_s_per_core", Math.round(served))
				.figure("jdk_messages_per_s_per_core", Math.round(jdk)).figure("ratio", Math.round(served / jdk * 10) / 10.0).print();
		return 0;
	}

	/** @return messages in a second of one core */
	private double round(Sealer sealer, List<SealKeys> devices) {
		long began = threads.getCurrentThreadCpuTime();
		for (int i = 0; i < messages; i++) {
			sealer.seal(devices.get(i % DEVICES), message(i).json());
		}
		return messages * NANOS / (threads.getCurrentThreadCpuTime() - began);
	}

	private static WebPushMessage message(int number) {
		return new WebPushMessage(new PushId(new UUID(8291, number)), "Maya: 18 of 20 on Unit 3 Quiz", "90% in Algebra I. Was 12 of 20.",
				"/n/01993f3e-0000-7000-8000-000000000001", new CollapseId("A".repeat(32)), "en", true, null);
	}

	private List<SealKeys> devices() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
		List<SealKeys> devices = new ArrayList<>();
		for (int i = 0; i < DEVICES; i++) {
			// An encoded key ends in its point.
			byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
			byte[] secret = new byte[16];
			random.nextBytes(secret);
			devices.add(new SealKeys(base64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length)),
					base64.encodeToString(secret)));
		}
		return devices;
	}

	private static double median(double[] figures) {
		double[] sorted = figures.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
