package org.schoolbell.sandbox.school;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The district whose phones these are, once somebody has said which. Safe for use by many threads. */
public final class School implements AutoCloseable {
	private static final Duration CONNECT = Duration.ofSeconds(3);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
	private volatile @Nullable DistrictApi api;

	/** Calls this district from now on. */
	public void connect(DistrictAccess access) {
		api = new DistrictApi(access, http);
	}

	/** @return empty until somebody has said which district */
	Optional<DistrictApi> api() {
		return Optional.ofNullable(api);
	}

	/** Ends calls that are under way. */
	@Override
	public void close() {
		http.shutdownNow();
	}
}
