package org.schoolbell.relay.webpush;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.schoolbell.relay.delivery.Answer;
import org.schoolbell.relay.delivery.Line;

/** One push service's host: its connections, and how many pushes may be in flight there. Thread-safe. */
final class Origin {
	/** After this a server may have closed an idle connection; the client closes it after five minutes. */
	private static final Duration TRUST = Duration.ofMinutes(1);
	/** More of a body than any word is in. */
	private static final long BODY_BYTES = 4096;

	private final Line<OkHttpClient> line;
	private final Semaphore streams;
	private final Duration answerTimeout;
	private final InstantSource clock;

	/** @param clients make clients with connections of their own */
	Origin(String host, Supplier<OkHttpClient> clients, WebPushSettings settings, InstantSource clock) {
		this.line = new Line<>(host, clients, lost -> lost.connectionPool().evictAll(), settings.answerTimeout(), TRUST);
		this.streams = new Semaphore(settings.streamsPerHost());
		this.answerTimeout = settings.answerTimeout();
		this.clock = clock;
	}

	/** Sends one push and waits for the answer. */
	Answer send(Request request) throws InterruptedException {
		if (!streams.tryAcquire(answerTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
			return new Answer.Throttled(WebPushVerdict.TROUBLE_DELAY, "HostBusy");
		}
		try {
			var lease = line.enter();
			return lease.isEmpty() ? unreachable("NoConnection") : send(request, lease.get());
		} finally {
			streams.release();
		}
	}

	private Answer send(Request request, Line.Lease<OkHttpClient> lease) throws InterruptedException {
		try (Response response = lease.client().newCall(request).execute()) {
			Answer answer = WebPushVerdict.of(response.code(), ProviderWord.in(response.peekBody(BODY_BYTES).bytes()),
					RetryAfter.of(response.header("Retry-After"), clock.instant()));
			line.answered(lease);
			return answer;
		} catch (PublicAddresses.PrivateAddressException _) {
			line.lost(lease, "AddressNotAllowed");
			return new Answer.Refused("AddressNotAllowed");
		} catch (IOException e) {
			String cause = word(e);
			line.lost(lease, cause);
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			return unreachable(cause);
		}
	}

	private static Answer unreachable(String cause) {
		return new Answer.Unreachable(WebPushVerdict.TROUBLE_DELAY, cause);
	}

	/** One word for receipts and metrics: an exception's text may name an address. */
	private static String word(IOException e) {
		return switch (e) {
			case UnknownHostException _ -> "UnknownHost";
			case SSLException _ -> "TlsFailed";
			case InterruptedIOException _ -> "NoAnswer";
			default -> "ConnectionLost";
		};
	}

	/** Ends what is idle; what is in flight ends with its answer. */
	void close() {
		line.close().ifPresent(last -> last.connectionPool().evictAll());
	}
}
