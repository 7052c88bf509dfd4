package org.schoolbell.wire;

import java.time.Instant;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One push to one device.
 *
 * @param alerting
 *            false replaces what is on the screen without a sound
 * @param expiresAt
 *            after this moment nobody needs it; never sent later
 * @param kind
 *            what kind of event it tells of, such as {@code ATTENDANCE}; absent in private mode
 * @param alert
 *            what the phone shows, generic in private mode; present unless the target is a browser
 * @param badge
 *            the number on the app's icon, 0 or more; absent in private mode
 * @param link
 *            where a tap leads, a path of the portal that starts with a slash
 * @param sealed
 *            private mode: what the app shows once it has opened it
 */
public record Push(PushId id, PushRef ref, Target target, CollapseId collapse, Priority priority,
		@JsonProperty(required = true) boolean alerting, Instant expiresAt, @Nullable String kind, @Nullable Alert alert,
		@Nullable Integer badge, @Nullable String link, @Nullable Ciphertext sealed) {
	private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
	private static final Pattern LINK = Pattern.compile("/[!-~]{0,511}");

	/** @throws IllegalArgumentException if a field is missing, out of range, or must be absent beside the others */
	public Push {
		Rules.present(id, "id");
		Rules.present(ref, "ref");
		Rules.present(target, "target");
		Rules.present(collapse, "collapse");
		Rules.present(priority, "priority");
		Rules.present(expiresAt, "expiresAt");
		Rules.check(badge == null || badge >= 0, "badge is 0 or more");
		if (kind != null) {
			Rules.matches(KIND, kind, "kind is 1 to 40 of A-Z, 0-9 and underscore");
		}
		if (link != null) {
			Rules.matches(LINK, link, "link is a path that starts with a slash, at most 512 visible ASCII characters");
		}
		checkTogether(target, kind, alert, badge, link, sealed);
	}

	private static void checkTogether(Target target, @Nullable String kind, @Nullable Alert alert, @Nullable Integer badge,
			@Nullable String link, @Nullable Ciphertext sealed) {
		switch (target) {
			case Target.Apns _,Target.Fcm _ -> {
				Rules.check(alert != null, "alert is missing");
				Rules.check(sealed == null || (kind == null && badge == null), "kind and badge are absent beside sealed");
			}
			case Target.WebPush _ -> Rules.check(alert == null && badge == null && link == null && sealed == null,
					"alert, badge, link and sealed are absent beside a WEB_PUSH target, whose body holds them");
		}
	}
}
