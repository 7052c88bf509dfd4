package org.schoolbell.district.portal.choice;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.device.OwnDevice;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.Preview;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.portal.Reader;
import org.schoolbell.district.portal.Student;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.preference.PushSwitch;

/** Gathers what the page shows, in a fixed number of statements. Thread-safe. */
@Component
class ChoicesViews {
	private final Preview preview;
	private final Obstacles obstacles;
	private final OwnDevices devices;
	private final PushSwitch pushes;

	ChoicesViews(Preview preview, Obstacles obstacles, OwnDevices devices, PushSwitch pushes) {
		this.preview = preview;
		this.obstacles = obstacles;
		this.devices = devices;
		this.pushes = pushes;
	}

	/** What was typed and could not be taken, or that all was saved. */
	record After(@Nullable String refused, boolean saved) {}

	ChoicesView of(SignedIn who, Reader reader, Student student, Chosen chosen, After after, Texts t) {
		PersonId person = chosen.assignments().person();
		Examples examples = Examples.in(chosen.language().toLanguageTag(), person.equals(student.id()) ? null : student.name(),
				t.of("choice.example.assignment"), t.of("choice.example.section"));
		return new ChoicesView(reader, student, chosen, after.refused() == null ? below(chosen) : after.refused(), after.refused() != null,
				obstacles.of(Kind.ASSIGNMENTS, person, student.id()).orElse(null), preview.of(chosen.assignments()), examples,
				device(who, person), pushes.enabled(), after.saved());
	}

	private static String below(Chosen chosen) {
		BigDecimal below = chosen.assignments().below();
		return below == null ? Integer.toString(Percents.PROPOSED) : below.toPlainString();
	}

	private ChoicesView.Device device(SignedIn who, PersonId person) {
		Optional<OwnDevice> here = who.device().flatMap(device -> devices.of(person, device));
		return new ChoicesView.Device(here.isPresent(), here.filter(OwnDevice::told).isPresent());
	}
}
