package org.schoolbell.district;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The house rules of the district. Each fails with a sentence that says where the code belongs. */
class ArchitectureTest {
	private static final String DISTRICT = "org.schoolbell.district";
	private static final Path SOURCES = Path.of("src/main/java/org/schoolbell/district");
	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
	private static final ApplicationModules MODULES = ApplicationModules.of(DistrictApplication.class);
	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(DISTRICT);

	@Test
	void modulesHaveNoCircleAndUseEachOthersFrontPackagesOnly() {
		MODULES.verify();
	}

	@Test
	void theModuleGraphIsDrawnFromTheCode() {
		new Documenter(MODULES).writeModulesAsPlantUml();

		assertThat(Path.of("target/spring-modulith-docs/components.puml")).exists();
	}

	@Test
	void theDecisionIsPure() {
		noClasses().that().resideInAPackage(DISTRICT + ".decision..").should().dependOnClassesThat(
				not(resideInAnyPackage(DISTRICT + ".decision..", DISTRICT + ".event", "java.lang..", "java.util..", "java.time..",
						"java.math..",
						"org.jspecify.annotations..")))
				.because("a decision is a pure function of facts: load facts in notice, put effects there too").check(CLASSES);
	}

	@Test
	void eventTypesKnowNoFramework() {
		noClasses().that().resideInAPackage(DISTRICT + ".event").should()
				.dependOnClassesThat(not(resideInAnyPackage(DISTRICT + ".event", "java..", "org.jspecify.annotations..")))
				.because("what can happen at school is plain Java: the log's SQL belongs in event.log").check(CLASSES);
	}

	@Test
	void onlyDispatchTouchesTheAmqpClient() {
		noClasses().that().resideOutsideOfPackage(DISTRICT + ".dispatch..").should().dependOnClassesThat(resideInAPackage("com.rabbitmq.."))
				.because("AMQP belongs in dispatch: ask it through its own interface").check(CLASSES);
	}

	@Test
	void onlyThoseWhoShowNoticesKnowTheNoticeModule() {
		classes().that().resideInAPackage(DISTRICT + ".notice..").should().onlyBeAccessed()
				.byAnyPackage(DISTRICT + ".notice..", DISTRICT + ".api..", DISTRICT + ".portal..")
				.because("data flows one way: records append an event, and notice claims it").check(CLASSES);
	}

	@Test
	void nobodyAsksTheSystemClock() {
		noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
				.callMethod(LocalDateTime.class, "now").orShould().callMethod(OffsetDateTime.class, "now").orShould()
				.callMethod(ZonedDateTime.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould()
				.callMethod(Clock.class, "systemDefaultZone").because("time comes from the injected InstantSource").check(CLASSES);
	}

	@Test
	void aSchemaIsNamedInSqlByItsOwnerAlone() throws IOException {
		List<String> schemas = schemas();
		List<String> strangers = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".sql")).toList()) {
				String owner = SOURCES.relativize(file).getName(0).toString();
				String text = Files.readString(file);
				for (String schema : schemas) {
					boolean named = Pattern
							.compile("(?i)\\b(from|join|into|update|table|copy|only|using)\\s+(\\\\?\")?" + schema + "(\\\\?\")?\\.[a-z_]+")
							.matcher(text)
							.find();
					if (named && !owner.equals(schema)) {
						strangers.add(file + " names the schema " + schema + ": ask package " + schema + " through its public types");
					}
				}
			}
		}

		assertThat(strangers).isEmpty();
	}

	@Test
	void migrationsReferToTheirOwnSchemaOnly() throws IOException {
		List<String> strangers = new ArrayList<>();
		try (Stream<Path> files = Files.list(MIGRATIONS)) {
			for (Path file : files.toList()) {
				String owner = file.getFileName().toString().replaceAll("V\\d+__(\\w+?)(_.*)?\\.sql", "$1");
				Pattern.compile("REFERENCES (\\w+)\\.").matcher(Files.readString(file)).results().map(match -> match.group(1))
						.filter(schema -> !schema.equals(owner)).forEach(schema -> strangers.add(file + " refers to " + schema));
			}
		}

		assertThat(strangers).isEmpty();
	}

	private static List<String> schemas() throws IOException {
		TreeSet<String> schemas = new TreeSet<>();
		try (Stream<Path> files = Files.list(MIGRATIONS)) {
			for (Path file : files.toList()) {
				Pattern.compile("CREATE SCHEMA \"?(\\w+)\"?").matcher(Files.readString(file)).results()
						.forEach(match -> schemas.add(match.group(1)));
			}
		}
		assertThat(schemas).contains("event", "notice", "right", "roster");
		return List.copyOf(schemas);
	}
}
