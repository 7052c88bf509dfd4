package org.schoolbell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The top-level folders are the picture: which module may ship with which. Tests may reach further. */
class ModuleDependenciesTest {
	private static final Path ROOT = Path.of("..");
	private static final Map<String, Set<String>> ALLOWED = Map.of("wire", Set.of(), "embedded", Set.of(), "district", Set.of("wire"),
			"relay",
			Set.of("wire"), "sandbox", Set.of("wire"), "schoolbell", Set.of("wire", "embedded", "district", "relay", "sandbox"), "bench",
			Set.of("wire", "embedded", "district", "relay", "sandbox"), "browser", Set.of());
	static final Set<String> MODULES = ALLOWED.keySet();

	@ParameterizedTest
	@FieldSource("MODULES")
	void aModuleShipsOnlyWithWhatThePictureAllows(String module) throws Exception {
		assertThat(ALLOWED.get(module)).as("%s and what it may ship with: district and relay meet in wire alone", module)
				.containsAll(shippedDependencies(module));
	}

	@Test
	void everyModuleIsInThePicture() throws Exception {
		NodeList modules = parse(ROOT.resolve("pom.xml")).getElementsByTagName("module");
		Set<String> names = new TreeSet<>();
		for (int i = 0; i < modules.getLength(); i++) {
			names.add(modules.item(i).getTextContent());
		}

		assertThat(names).isEqualTo(new TreeSet<>(MODULES));
	}

	private static Set<String> shippedDependencies(String module) throws Exception {
		NodeList dependencies = parse(ROOT.resolve(module).resolve("pom.xml")).getElementsByTagName("dependency");
		Set<String> shipped = new TreeSet<>();
		for (int i = 0; i < dependencies.getLength(); i++) {
			Element dependency = (Element) dependencies.item(i);
			if (text(dependency, "groupId").equals("org.schoolbell") && !text(dependency, "scope").equals("test")) {
				shipped.add(text(dependency, "artifactId"));
			}
		}
		return shipped;
	}

	private static String text(Element element, String name) {
		NodeList found = element.getElementsByTagName(name);
		return found.getLength() == 0 ? "" : found.item(0).getTextContent();
	}

	private static Element parse(Path pom) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
	}
}
