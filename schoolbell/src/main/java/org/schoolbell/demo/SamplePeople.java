package org.schoolbell.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.Registered;
import org.schoolbell.district.device.Registration;
import org.schoolbell.district.device.SignIns;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.Languages;
import org.schoolbell.district.roster.People;
import org.schoolbell.sandbox.sample.SampleChoice;
import org.schoolbell.sandbox.sample.SamplePerson;
import org.schoolbell.sandbox.sample.SamplePhone;

/** Gives the sample's people what a OneRoster file does not say: phones with their sessions, languages and choices. Doing it again changes nothing. */
final class SamplePeople {
	private static final int CHUNK = 2_000;

	private final People people;
	private final SignIns signIns;
	private final Devices devices;
	private final Choices choices;
	private final Languages languages;

	SamplePeople(ApplicationContext district) {
		this.people = district.getBean(People.class);
		this.signIns = district.getBean(SignIns.class);
		this.devices = district.getBean(Devices.class);
		this.choices = district.getBean(Choices.class);
		this.languages = district.getBean(Languages.class);
	}

	void save(Stream<SamplePerson> everyone) {
		List<SamplePerson> chunk = new ArrayList<>(CHUNK);
		everyone.forEach(person -> {
			chunk.add(person);
			if (chunk.size() == CHUNK) {
				save(chunk);
				chunk.clear();
			}
		});
		save(chunk);
	}

	private void save(List<SamplePerson> chunk) {
		Map<SourcedId, PersonId> ids = people.idsOf(
				chunk.stream().flatMap(person -> Stream.concat(Stream.of(person.sourcedId()), person.students().stream())).distinct()
						.map(SourcedId::new).toList());
		savePhones(chunk, ids);
		Map<PersonId, Locale> read = new HashMap<>();
		List<Choice> chosen = new ArrayList<>();
		for (SamplePerson person : chunk) {
			PersonId id = id(ids, person.sourcedId());
			read.put(id, Locale.forLanguageTag(person.language()));
			person.students().forEach(student -> chosen.add(choice(id, id(ids, student), person.assignments())));
		}
		languages.save(read);
		choices.save(chosen);
	}

	/** A phone whose session is revoked was signed in once, too. */
	private void savePhones(List<SamplePerson> chunk, Map<SourcedId, PersonId> ids) {
		List<Registration> registrations = new ArrayList<>();
		List<Boolean> live = new ArrayList<>();
		for (SamplePerson person : chunk) {
			for (SamplePhone phone : person.phones()) {
				registrations.add(new Registration(id(ids, person.sourcedId()), phone.name(), endpoint(phone)));
				live.add(phone.sessionLive());
			}
		}
		List<Registered> registered = signIns.register(registrations);
		List<DeviceId> revoked = new ArrayList<>();
		for (int i = 0; i < registered.size(); i++) {
			if (!live.get(i)) {
				revoked.add(registered.get(i).device());
			}
		}
		devices.signOut(revoked);
	}

	private static Endpoint endpoint(SamplePhone phone) {
		return new Endpoint.Apns(phone.target().token().value(), phone.target().topic().value(), switch (phone.target().environment()) {
			case PRODUCTION -> Endpoint.ApnsEnvironment.PRODUCTION;
			case SANDBOX -> Endpoint.ApnsEnvironment.SANDBOX;
		});
	}

	private static Choice choice(PersonId person, PersonId student, SampleChoice wish) {
		return switch (wish) {
			case SampleChoice.Every _ -> Choice.byDefault(person, student, Kind.ASSIGNMENTS);
			case SampleChoice.Below(int percent) -> new Choice(person, student, Kind.ASSIGNMENTS, true, BigDecimal.valueOf(percent), true);
			case SampleChoice.Off _ -> new Choice(person, student, Kind.ASSIGNMENTS, false, null, true);
		};
	}

	private static PersonId id(Map<SourcedId, PersonId> ids, String sourcedId) {
		PersonId id = ids.get(new SourcedId(sourcedId));
		if (id == null) {
			throw new DemoException("The sample's import left out " + sourcedId + ": add --reset to make the data anew.");
		}
		return id;
	}
}
