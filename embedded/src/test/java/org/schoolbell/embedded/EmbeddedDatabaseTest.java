package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseTest {
	@TempDir
	static Path folder;
	private static EmbeddedDatabase database;

	@BeforeAll
	static void start() {
		database = EmbeddedDatabase.start(folder);
	}

	@AfterAll
	static void stop() {
		database.close();
	}

	@Test
	void waitsForTheDiskAtEveryCommit() throws SQLException {
		assertThat(setting("fsync")).isEqualTo("on");
		assertThat(setting("synchronous_commit")).isEqualTo("on");
		assertThat(setting("full_page_writes")).isEqualTo("on");
		assertThat(database.durability().durable()).isTrue();
		assertThat(database.durability().toString()).isEqualTo("fsync=on, synchronous_commit=on");
		assertThat(database.durability().version()).startsWith("18.");
	}

	@Test
	void isReachableOnlyOverTheLoopbackInterface() throws SQLException {
		assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
		assertThat(setting("unix_socket_directories")).isEmpty();
	}

	@Test
	void asksEveryoneForThePassword() throws IOException {
		assertThat(Files.readAllLines(folder.resolve("cluster/pg_hba.conf"))).filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
				.allMatch(line -> line.endsWith("scram-sha-256"));
		for (String user : new String[]{"postgres", "schoolbell"}) {
			assertThatThrownBy(() -> DriverManager.getConnection(database.address().jdbcUrl(), user, "guess"))
					.isInstanceOf(SQLException.class)
					.hasMessageContaining("password authentication failed");
		}
	}

	@Test
	void keepsItsPasswordsFromOtherUsers() throws IOException {
		for (String file : new String[]{"superuser.password", "application.password"}) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)))).isEqualTo("rw-------");
		}
		assertThat(database.address().toString()).doesNotContain(database.address().password().value());
		assertThat(database.address().password()).isNotEqualTo(database.superuser().password());
	}

	@Test
	void letsNobodyElseWriteWhatItRuns() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("binaries")))).isEqualTo("rwx------");
	}

	@Test
	void givesTheApplicationADatabaseOfItsOwnAndNoMore() throws SQLException {
		try (Connection connection = database.address().open(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE SCHEMA roster");
			statement.execute("DROP SCHEMA roster");
			assertThatThrownBy(() -> statement.execute("COPY (SELECT 1) TO PROGRAM 'cat'")).hasMessageContaining("permission denied");
			assertThatThrownBy(() -> statement.execute("CREATE ROLE intruder")).hasMessageContaining("permission denied");
		}
	}

	@Test
	void comparesTextAlikeOnEveryMachine() throws SQLException {
		assertThat(query("SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()"))
				.isEqualTo("b C.UTF-8");
		assertThat(query("SELECT lower('ÁÑ')")).isEqualTo("áñ");
	}

	@Test
	void refusesASecondOwnerOfItsFolderInOneSentence() {
		assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).isInstanceOf(FolderInUseException.class)
				.hasMessage("Another process already uses " + folder + ": stop that one, or choose another folder.");
	}

	@Test
	void tellsItsAddressToACommandBesideIt() {
		assertThat(EmbeddedDatabase.running(folder)).contains(database.address());
	}

	@Test
	void hasNoAddressWhereNothingRuns(@TempDir Path other) {
		assertThat(EmbeddedDatabase.running(other)).isEmpty();
	}

	@Test
	void makesAClusterAnewThatAnEarlierProcessLeftHalfMade(@TempDir Path other) throws IOException, SQLException {
		Files.createDirectories(other.resolve("cluster/base"));
		Files.writeString(other.resolve("cluster/postgresql.conf"), "# died here\n");
		try (EmbeddedDatabase made = EmbeddedDatabase.start(new DatabaseFolder(other, folder.resolve("binaries")),
				ServerSettings.durable());
				Connection connection = made.address().open()) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	@Test
	void isGoneForGoodOnceItIsDeleted(@TempDir Path other) throws SQLException {
		Secret before;
		try (EmbeddedDatabase first = EmbeddedDatabase.start(other)) {
			before = first.address().password();
			assertThatThrownBy(() -> EmbeddedDatabase.delete(other)).isInstanceOf(FolderInUseException.class);
			assertThat(first.durability().durable()).isTrue();
		}
		EmbeddedDatabase.delete(other);
		assertThat(other.resolve("cluster")).doesNotExist();
		try (EmbeddedDatabase second = EmbeddedDatabase.start(other); Connection connection = second.address().open()) {
			assertThat(connection.isValid(1)).isTrue();
			assertThat(second.address().password()).isNotEqualTo(before);
		}
	}

	private static String setting(String name) throws SQLException {
		return query("SHOW " + name);
	}

	private static String query(String sql) throws SQLException {
		try (Connection connection = database.superuser().open();
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(sql)) {
			answer.next();
			return answer.getString(1);
		}
	}
}
