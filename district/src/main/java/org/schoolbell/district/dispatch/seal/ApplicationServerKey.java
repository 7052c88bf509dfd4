package org.schoolbell.district.dispatch.seal;

import java.nio.ByteBuffer;
import java.util.Optional;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import org.springframework.stereotype.Component;

/** The district's public key as browsers subscribe with it ({@code applicationServerKey}). A subscription is bound to it for ever. Immutable and thread-safe. */
@Component
public class ApplicationServerKey {
	private static final byte UNCOMPRESSED = 4;

	private final String base64url;
	private final boolean offered;

	ApplicationServerKey(VapidKeys keys, WebPushSettings settings) {
		ECKey key = keys.key();
		base64url = Base64URL
				.encode(ByteBuffer.allocate(P256.POINT).put(UNCOMPRESSED).put(key.getX().decode()).put(key.getY().decode()).array())
				.toString();
		offered = settings.subject() != null;
	}

	/** @return 87 characters of base64url without padding, for {@code pushManager.subscribe}; empty where this district offers no Web Push */
	public Optional<String> base64url() {
		return offered ? Optional.of(base64url) : Optional.empty();
	}

	/** @return whether a subscription with this key is bound to ours, in whichever of the ways of writing base64url */
	public boolean matches(String key) {
		return base64url.equals(key.replace("=", ""));
	}
}
