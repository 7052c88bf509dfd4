package org.schoolbell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.schoolbell.sandbox.phone.DeviceToken;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.SamplePerson;
import org.schoolbell.sandbox.sample.SamplePhone;
import org.schoolbell.sandbox.sample.StoryFamily;

/** The phones of a sample's people, as the sandbox simulates them. They follow from the sample, so every start makes the same ones. */
record Phones(SampleDistrict sample) {
	/** The app on the sample's phones, by its bundle id. */
	String topic() {
		return sample.phones(StoryFamily.ANA).getFirst().target().topic().value();
	}

	void addTo(PhoneBook book) {
		try (Stream<SamplePerson> people = sample.people()) {
			people.forEach(person -> book.addAll(phones(person)));
		}
	}

	private static List<Phone> phones(SamplePerson person) {
		List<Phone> phones = new ArrayList<>();
		for (SamplePhone phone : person.phones()) {
			phones.add(new Phone(person.sourcedId(), person.sourcedId() + "-" + (phones.size() + 1), Platform.APNS,
					new DeviceToken(phone.target().token().value()), phone.target().topic().value()));
		}
		return phones;
	}
}
