package org.schoolbell.sandbox.school;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a district is and as whom to call its API.
 *
 * @param district such as {@code http://localhost:8080}, without a path
 * @param clientId of a client with the scopes {@code schoolbell.read} and {@code schoolbell.write}
 * @param clientSecret its secret; whoever has it may write to the district
 */
public record DistrictAccess(URI district, String clientId, String clientSecret) {
	public DistrictAccess {
		if (missing(district) || missing(clientId) || missing(clientSecret)) {
			throw new IllegalArgumentException("a district needs all three of district (its address), client-id and client-secret");
		}
		if (!district.isAbsolute() || district.getHost() == null) {
			throw new IllegalArgumentException("the district's address must be like http://localhost:8080, not " + district);
		}
	}

	private static boolean missing(@Nullable Object value) {
		return value == null || value.toString().isBlank();
	}

	@Override
	public String toString() {
		return "DistrictAccess[" + district + ", " + clientId + "]";
	}
}
