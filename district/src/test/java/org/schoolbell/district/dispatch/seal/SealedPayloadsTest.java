package org.schoolbell.district.dispatch.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What authors of apps are given, held against what the district does: the vectors, and the program that opens them. */
class SealedPayloadsTest {
	private static final Path DOCS = Path.of("../docs");

	/** As in the file; beside the device's own keys those that a sender makes for one message. */
	record Vector(String name, String privateKey, String p256dh, String auth, String senderPrivateKey, String senderPublicKey, String salt,
			String message, int padded, String sealed) {}

	static List<Vector> vectors() throws IOException {
		return JsonMapper.shared().readValue(Files.readString(DOCS.resolve("sealed-payloads.json")), new TypeReference<>() {
		});
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void aVectorIsWhatTheDistrictSeals(Vector vector) throws Exception {
		P256 curve = new P256(CurveProvider.fastest().provider());
		KeyPair sender = new KeyPair(curve.decode(bytes(vector.senderPublicKey)), privateKey(vector.senderPrivateKey));

		byte[] sealed = new Sealer(CurveProvider.fastest()).seal(new SealKeys(vector.p256dh, vector.auth),
				vector.message.getBytes(StandardCharsets.UTF_8), vector.padded, sender, bytes(vector.salt));

		assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)).isEqualTo(vector.sealed);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void theProgramInTheDocumentsOpensAVector(Vector vector) throws Exception {
		Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				DOCS.resolve("OpenSealed.java").toString(), vector.privateKey, vector.p256dh, vector.auth, vector.sealed)
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();

		assertThat(program.getInputStream().readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(vector.message);
		assertThat(program.waitFor()).isZero();
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
