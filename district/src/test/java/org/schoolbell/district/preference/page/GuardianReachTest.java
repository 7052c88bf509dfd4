package org.schoolbell.district.preference.page;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.Registration;
import org.schoolbell.district.device.SignIns;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.roster.Guardians;
import org.schoolbell.district.testing.CountedStatements;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;

class GuardianReachTest {
	private final CountedStatements statements = new CountedStatements();
	private final TestDistrict district = TestDistrict.with(statements::wrap, Guardians.class, Devices.class, SignIns.class, Zone.class,
			GuardianReach.class);
	private final Records records = new Records(district.jdbc());
	private final PersonId maya = records.student("Maya");
	private int phones;

	static final class Zone {
		@Bean
		DistrictZone zone() {
			return new DistrictZone(ZoneId.of("America/Chicago"));
		}
	}

	@BeforeEach
	void aGuardianWithTwoPhonesAndTwoChildren() {
		PersonId ana = guardian(maya);
		records.relate(records.student("Leo"), ana, true);
		phone(ana);
		phone(ana);
	}

	@AfterEach
	void close() {
		district.close();
	}

	@Test
	void aGuardianCountsOnceHoweverManyChildrenAndPhones() {
		expect(1, 1);
	}

	@Test
	void studentsDoNotCount() {
		phone(maya);

		expect(1, 1);
	}

	@Test
	void whoHasNoAccessIsNoneOfThem() {
		PersonId rosa = guardian(maya, false);
		PersonId past = guardian(maya);
		PersonId today = guardian(maya);
		PersonId future = guardian(maya);
		PersonId closed = guardian(maya);
		PersonId ofNobody = guardian(records.person("Not enrolled"));
		List.of(rosa, past, today, future, closed, ofNobody).forEach(this::phone);
		records.run("UPDATE roster.guardianship SET ends = '2026-11-24' WHERE guardian = ?", past.value());
		records.run("UPDATE roster.guardianship SET starts = '2026-11-24', ends = '2026-11-25' WHERE guardian = ?", today.value());
		records.run("UPDATE roster.guardianship SET starts = '2026-11-25' WHERE guardian = ?", future.value());
		records.run("UPDATE roster.person SET portal_account = false WHERE id = ?", closed.value());

		expect(2, 2);
	}

	@Test
	void whoseStudentHasLeftOrNotYetComeIsNoneOfThem() {
		PersonId left = records.student("Left");
		PersonId last = records.student("Today is the last day");
		PersonId comes = records.student("Comes");
		List.of(left, last, comes).forEach(student -> phone(guardian(student)));
		records.run("UPDATE roster.enrollment SET ends = '2026-11-24' WHERE student = ?", left.value());
		records.run("UPDATE roster.enrollment SET ends = '2026-11-25' WHERE student = ?", last.value());
		records.run("UPDATE roster.enrollment SET starts = '2026-11-25' WHERE student = ?", comes.value());

		expect(2, 2);
	}

	@Test
	void aPhoneThatMayNotBeToldReachesNobody() {
		DeviceId gone = phone(guardian(maya));
		DeviceId off = phone(guardian(maya));
		DeviceId signedOut = phone(guardian(maya));
		DeviceId expired = phone(guardian(maya));
		guardian(maya);
		records.run("UPDATE device.device SET gone_at = now() WHERE id = ?", gone.value());
		records.run("UPDATE device.device SET push_on = false WHERE id = ?", off.value());
		district.get(Devices.class).signOut(List.of(signedOut));
		records.run("UPDATE device.session SET expires_at = '2026-11-24T20:00:00Z' WHERE device = ?", expired.value());

		expect(1, 6);
	}

	@Test
	void theAnswerIsGoodForFiveMinutes() {
		expect(1, 1);
		guardian(maya);

		district.time().pass(Duration.ofSeconds(299));
		expect(1, 1);
		district.time().pass(Duration.ofSeconds(1));
		expect(1, 2);
	}

	@Test
	void itTakesTwoStatementsHoweverManyPeopleThereAre() {
		for (int i = 0; i < 100; i++) {
			phone(guardian(maya));
		}

		assertThat(statements.of(() -> expect(101, 101))).isEqualTo(2);
		assertThat(statements.of(() -> expect(101, 101))).isZero();
	}

	private void expect(int reachable, int guardians) {
		GuardianReach.Reached reached = district.get(GuardianReach.class).now();
		assertThat(List.of(reached.reachable(), reached.guardians())).containsExactly(reachable, guardians);
	}

	private PersonId guardian(PersonId student) {
		return guardian(student, true);
	}

	private PersonId guardian(PersonId student, boolean portal) {
		PersonId guardian = records.person("Guardian");
		records.relate(student, guardian, portal);
		return guardian;
	}

	private DeviceId phone(PersonId person) {
		Endpoint endpoint = new Endpoint.Apns("%08x".formatted(++phones), "org.example.portal", Endpoint.ApnsEnvironment.SANDBOX);
		return district.get(SignIns.class).register(List.of(new Registration(person, "phone", endpoint))).getFirst().device();
	}
}
