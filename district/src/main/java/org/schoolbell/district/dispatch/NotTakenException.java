package org.schoolbell.district.dispatch;

import java.io.IOException;

/** The broker returned or refused a message, or did not confirm it in time. */
final class NotTakenException extends IOException {
	NotTakenException(String message) {
		super(message);
	}
}
