package org.schoolbell.district.dispatch;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import org.schoolbell.district.dispatch.ConnectionState.Reason;

/** What an exception says about the connection. */
final class Faults {
	private Faults() {
	}

	/** @return the reason of the innermost cause that has one */
	static Reason reason(Throwable fault) {
		Reason reason = Reason.FAULT;
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			Reason own = own(cause);
			reason = own == Reason.FAULT ? reason : own;
		}
		return reason;
	}

	private static Reason own(Throwable cause) {
		return switch (cause) {
			case NotTakenException _ -> Reason.NOT_TAKEN;
			case UnknownHostException _ -> Reason.HOST_UNKNOWN;
			case ConnectException _ -> Reason.UNREACHABLE;
			case NoRouteToHostException _ -> Reason.UNREACHABLE;
			case SocketTimeoutException _ -> Reason.UNREACHABLE;
			case TimeoutException _ -> Reason.UNREACHABLE;
			case SSLException _ -> Reason.TLS_REFUSED;
			case AuthenticationFailureException _ -> Reason.SIGN_IN_REFUSED;
			case PossibleAuthenticationFailureException _ -> Reason.SIGN_IN_REFUSED;
			case ShutdownSignalException signal -> refused(signal) ? Reason.NOT_ALLOWED : Reason.LOST;
			case SQLException _ -> Reason.DATABASE;
			case DataAccessException _ -> Reason.DATABASE;
			case TransactionException _ -> Reason.DATABASE;
			case java.io.IOException _ -> Reason.LOST;
			default -> Reason.FAULT;
		};
	}

	/** Whether the broker closed because we may not do this, or because what we name is not there. */
	static boolean refused(ShutdownSignalException signal) {
		int code = switch (signal.getReason()) {
			case AMQP.Channel.Close close -> close.getReplyCode();
			case AMQP.Connection.Close close -> close.getReplyCode();
			case null, default -> 0;
		};
		return code == AMQP.ACCESS_REFUSED || code == AMQP.NOT_FOUND || code == AMQP.NOT_ALLOWED;
	}

	/** Whether the broker closed because of a publish: then nothing that it had not confirmed by then was taken. */
	static boolean publishRefused(ShutdownSignalException signal) {
		int method = switch (signal.getReason()) {
			case AMQP.Channel.Close close -> key(close.getClassId(), close.getMethodId());
			case AMQP.Connection.Close close -> key(close.getClassId(), close.getMethodId());
			case null, default -> 0;
		};
		return refused(signal) && method == key(60, 40);
	}

	/** A method of AMQP 0-9-1; {@code basic.publish} is 60, 40. */
	private static int key(int classId, int methodId) {
		return classId << 16 | methodId;
	}
}
