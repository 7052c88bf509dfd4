package org.schoolbell.district.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The SQL beside these classes. */
final class Sql {
	private Sql() {
	}

	static String read(String name) {
		try (InputStream file = Sql.class.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException("There is no " + name);
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
