package org.schoolbell.district.preference.page;

import java.time.InstantSource;

import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.preference.ShadowFigures;
import org.schoolbell.district.preference.page.PushView.After;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Tool;

/** Gathers what the page shows beside the switch itself, in a fixed number of statements. Thread-safe. */
@Component
class PushViews {
	private final LastChanges changes;
	private final Calendars calendars;
	private final ShadowFigures shadow;
	private final GuardianReach reach;
	private final Connections connections;
	private final DistrictZone zone;
	private final InstantSource time;

	PushViews(LastChanges changes, Calendars calendars, ShadowFigures shadow, GuardianReach reach, Connections connections,
			DistrictZone zone,
			InstantSource time) {
		this.changes = changes;
		this.calendars = calendars;
		this.shadow = shadow;
		this.reach = reach;
		this.connections = connections;
		this.zone = zone;
		this.time = time;
	}

	PushView of(SignedIn who, PushSwitch.State now, After after) {
		return new PushView(now, who.may(Tool.PUSH_NOTIFICATIONS, Level.WRITE), calendars.schoolsInActiveYear(),
				changes.ofSwitch().orElse(null), figures(), connections.now(), after);
	}

	private Figures figures() {
		GuardianReach.Reached reached = reach.now();
		return new Figures(shadow.of(zone.today(time).minusDays(1)), reached.reachable(), reached.guardians());
	}
}
