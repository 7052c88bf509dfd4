package org.schoolbell.sandbox.apns;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;

import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Pushy's checks found. Its exceptions keep reason, status and time to their own package, since Pushy's server is meant to
 * be the only one to read them; ours has to be another one, because Pushy's can neither delay nor drop an answer.
 */
final class PushyRefusal {
	private static final MethodHandle REASON = getter(RejectedNotificationException.class, "getRejectionReason", RejectionReason.class);
	private static final MethodHandle SINCE = getter(UnregisteredDeviceTokenException.class, "getDeviceTokenExpirationTimestamp",
			Instant.class);
	private static final MethodHandle TEXT = getter(RejectionReason.class, "getReasonText", String.class);
	private static final MethodHandle STATUS = getter(RejectionReason.class, "getHttpResponseStatus", HttpResponseStatus.class);

	private PushyRefusal() {
	}

	static RejectionReason reasonOf(RejectedNotificationException rejected) {
		return (RejectionReason) read(REASON, rejected);
	}

	static Refusal of(RejectedNotificationException rejected) {
		Instant since = rejected instanceof UnregisteredDeviceTokenException ? (Instant) read(SINCE, rejected) : null;
		return of(reasonOf(rejected), since);
	}

	static Refusal of(RejectionReason reason, @Nullable Instant since) {
		return new Refusal(((HttpResponseStatus) read(STATUS, reason)).code(), (String) read(TEXT, reason), since);
	}

	private static MethodHandle getter(Class<?> owner, String name, Class<?> type) {
		try {
			return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVirtual(owner, name, MethodType.methodType(type))
					.asType(MethodType.methodType(Object.class, Object.class));
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException("this version of Pushy has no %s.%s".formatted(owner.getSimpleName(), name), e);
		}
	}

	private static Object read(MethodHandle getter, Object from) {
		try {
			return getter.invokeExact(from);
		} catch (Throwable e) {
			throw new IllegalStateException("Pushy's verdict cannot be read", e);
		}
	}
}
