package org.schoolbell.district.dispatch.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.schoolbell.wire.Ciphertext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Sealing, by every provider that works here, against the vector of its RFC and against somebody else's library. */
class SealerTest {
	/** RFC 8291, Appendix A. */
	private static final SealKeys UA = new SealKeys(
			"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
			"BTBZMqHH6r4Tts7J_aSIgg");
	private static final byte[] MESSAGE = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] SALT = bytes("DGv6ra1nlYgDCS1FRnbzlw");
	private static final String AS_PUBLIC = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
	private static final String AS_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
	private static final String SEALED = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
			+ "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

	static Stream<CurveProvider> providers() {
		return Stream.of(CurveProvider.jdk(), CurveProvider.fastest()).distinct();
	}

	@ParameterizedTest
	@MethodSource("providers")
	void theRfcsOwnMessageIsSealedByteForByte(CurveProvider provider) throws Exception {
		KeyPair as = new KeyPair(new P256(provider.provider()).decode(bytes(AS_PUBLIC)), privateKey(AS_PRIVATE));

		byte[] sealed = new Sealer(provider).seal(UA, MESSAGE, MESSAGE.length + 1, as, SALT);

		assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)).isEqualTo(SEALED);
	}

	@ParameterizedTest
	@MethodSource("providers")
	void aLibraryOfSomebodyElseOpensWhateverIsSealed(CurveProvider provider) {
		RandomGenerator random = new SplittableRandom(8291);
		Sealer sealer = new Sealer(provider);
		for (int i = 0; i < 100; i++) {
			TestBrowser browser = new TestBrowser(random);
			byte[] message = new byte[i < 4 ? List.of(0, 511, 512, Sealer.LONGEST).get(i) : random.nextInt(Sealer.LONGEST + 1)];
			random.nextBytes(message);

			Ciphertext sealed = sealer.seal(browser.keys(), message);

			assertThat(browser.open(sealed)).isEqualTo(message);
			// 86 of header, 16 of tag.
			assertThat(sealed.bytes()).hasSize(102 + (message.length < 512 ? 512 : message.length < 1024 ? 1024 : 2048));
		}
	}

	@Test
	void theSameMessageNeverLooksTheSame() {
		Sealer sealer = new Sealer(CurveProvider.fastest());
		Ciphertext one = sealer.seal(UA, MESSAGE);
		Ciphertext other = sealer.seal(UA, MESSAGE);

		assertThat(one.base64url().substring(0, 20)).isNotEqualTo(other.base64url().substring(0, 20));
		assertThat(one.base64url().substring(30, 100)).isNotEqualTo(other.base64url().substring(30, 100));
	}

	@Test
	void aMessageThatWouldShowItsLengthIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Sealer(CurveProvider.jdk()).seal(UA, new byte[Sealer.LONGEST + 1]))
				.withMessage("A message has at most 2047 bytes, not 2048");
	}

	@ParameterizedTest
	@MethodSource("providers")
	void aKeyOffTheCurveIsNotComputedWith(CurveProvider provider) {
		byte[] point = bytes(UA.publicKey());
		point[64] ^= 1;
		SealKeys off = new SealKeys(Base64.getUrlEncoder().withoutPadding().encodeToString(point), UA.secret());

		assertThatExceptionOfType(UnsealableException.class).isThrownBy(() -> new Sealer(provider).seal(off, MESSAGE));
	}

	@Test
	void keysOfAnotherFormAreRefusedWithoutBeingRepeated() {
		List<List<String>> wrong = List.of(List.of("", UA.secret()), List.of(UA.publicKey().substring(4), UA.secret()),
				List.of(UA.publicKey().replace('B', 'C'), UA.secret()), List.of(UA.publicKey(), UA.secret() + "AAAA"),
				List.of(UA.publicKey(), "a secret!"), List.of(UA.publicKey() + "\n", UA.secret()));
		for (List<String> keys : wrong) {
			assertThatIllegalArgumentException().isThrownBy(() -> new SealKeys(keys.getFirst(), keys.getLast()))
					.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("BCVx").doesNotContain("BTBZ")
							.doesNotContain("secret!"));
		}
		assertThat(UA).hasToString("SealKeys[redacted]");
	}

	private static PrivateKey privateKey(String base64url) throws Exception {
		AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
		parameters.init(new ECGenParameterSpec("secp256r1"));
		return KeyFactory.getInstance("EC").generatePrivate(
				new ECPrivateKeySpec(new BigInteger(1, bytes(base64url)), parameters.getParameterSpec(ECParameterSpec.class)));
	}

	private static byte[] bytes(String base64url) {
		return Base64.getUrlDecoder().decode(base64url);
	}
}
