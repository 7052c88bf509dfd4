package org.schoolbell.relay;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The house rules of the relay. Each fails with a sentence that says where the code belongs. */
class ArchitectureTest {
	private static final String RELAY = "org.schoolbell.relay";
	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(RELAY);

	@Test
	void onlyTheBrokerRoomTouchesAmqp() {
		noClasses().that().resideOutsideOfPackage(RELAY + ".broker").should().dependOnClassesThat(resideInAPackage("com.rabbitmq.."))
				.because("AMQP belongs in broker: hand a Consignment over").check(CLASSES);
	}

	@Test
	void onlyTheApnsRoomTouchesPushy() {
		noClasses().that().resideOutsideOfPackage(RELAY + ".apns").should()
				.dependOnClassesThat(resideInAnyPackage("com.eatthepath..", "io.netty..")).because("Apple belongs in apns: say an Answer")
				.check(CLASSES);
	}

	@Test
	void onlyTheWebPushRoomTouchesTheHttpClient() {
		noClasses().that().resideOutsideOfPackage(RELAY + ".webpush").should()
				.dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio.."))
				.because("addresses that others chose are called from webpush only, where they are checked").check(CLASSES);
	}

	@Test
	void deliveryKnowsNeitherBrokerNorProviders() {
		noClasses().that().resideInAPackage(RELAY + ".delivery").should()
				.dependOnClassesThat(resideInAnyPackage(RELAY, RELAY + ".broker", RELAY + ".apns", RELAY + ".webpush"))
				.because("they know delivery: put what they need into its interfaces").check(CLASSES);
	}

	@Test
	void providersKnowNoBrokerAndTheBrokerNoProvider() {
		noClasses().that().resideInAnyPackage(RELAY + ".apns", RELAY + ".webpush").should()
				.dependOnClassesThat(resideInAPackage(RELAY + ".broker"))
				.because("a provider sends pushes and says an Answer").check(CLASSES);
		noClasses().that().resideInAPackage(RELAY + ".broker").should()
				.dependOnClassesThat(resideInAnyPackage(RELAY + ".apns", RELAY + ".webpush"))
				.because("the broker's side hands batches to delivery").check(CLASSES);
	}

	@Test
	void nobodyAsksTheSystemClock() {
		noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould()
				.callMethod(Clock.class, "systemDefaultZone").because("time comes from the injected InstantSource").check(CLASSES);
	}
}
