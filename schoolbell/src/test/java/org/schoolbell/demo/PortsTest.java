package org.schoolbell.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
	private static final Set<Ports.Part> ALL_BUT_THE_DISTRICT = EnumSet.complementOf(EnumSet.of(Ports.Part.DISTRICT));

	@Test
	void areTheUsualOnesBesideTheChosenOne() {
		Ports ports = Ports.withDistrictOn(9_000);
		assertThat(ports.of(Ports.Part.DISTRICT)).isEqualTo(9_000);
		assertThat(ports.of(Ports.Part.SANDBOX)).isEqualTo(8_090);
		assertThat(ports.of(Ports.Part.BROKER)).isEqualTo(5_671);
		assertThat(ports.of(Ports.Part.APNS)).isEqualTo(7_443);
		assertThat(ports.of(Ports.Part.WEB_PUSH)).isEqualTo(7_445);
	}

	@Test
	void areAllFreeOnesForZero() {
		Ports ports = Ports.withDistrictOn(0);
		assertThat(Ports.Part.values()).allSatisfy(part -> assertThat(ports.of(part)).isZero());
		assertThatCode(() -> ports.requireFree(Set.of())).doesNotThrowAnyException();
	}

	@Test
	void sayWhichOneIsTakenAndHowToChooseAnother() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Ports ports = Ports.withDistrictOn(taken.getLocalPort());
			assertThatThrownBy(() -> ports.requireFree(ALL_BUT_THE_DISTRICT)).isInstanceOf(DemoException.class)
					.hasMessage("Port " + taken.getLocalPort() + " for the district is taken: stop what listens there, or start with"
							+ " --port N on another port, or --port 0 on free ports for everything.");
		}
	}

	@Test
	void refuseOneThatAnotherPartHas() {
		Set<Ports.Part> others = EnumSet.complementOf(EnumSet.of(Ports.Part.DISTRICT, Ports.Part.SANDBOX));
		assertThatThrownBy(() -> new Ports(Map.of(Ports.Part.DISTRICT, 1, Ports.Part.SANDBOX, 1)).requireFree(others))
				.isInstanceOf(DemoException.class);
	}
}
