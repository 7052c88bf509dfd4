package org.schoolbell.district.oracle;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class OracleIndependenceTest {
	@Test
	void theOracleKnowsNothingOfThoseItJudges() {
		noClasses().should().dependOnClassesThat()
				.resideInAnyPackage("org.schoolbell.district.decision..", "org.schoolbell.district.notice..")
				.because("an oracle that shares code with the decision shares its mistakes")
				.check(new ClassFileImporter().importPackages(OracleIndependenceTest.class.getPackageName()));
	}
}
