package org.schoolbell.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.embedded.EmbeddedDatabase;
import org.schoolbell.embedded.FolderInUseException;
import org.schoolbell.embedded.FolderLock;
import org.schoolbell.embedded.OwnerOnly;
import org.schoolbell.embedded.Secret;

/** Where a demo keeps everything, and this process's claim on it. */
final class DataFolder implements AutoCloseable {
	private final Path root;
	private final FolderLock lock;

	private DataFolder(Path root, FolderLock lock) {
		this.root = root;
		this.lock = lock;
	}

	/**
	 * Claims the folder, makes it where it is missing, and removes the credentials of an earlier run: that file says that a demo is ready.
	 *
	 * @throws DemoException if another demo runs on it
	 */
	static DataFolder open(Path folder) throws IOException {
		Path root = folder.toAbsolutePath().normalize();
		OwnerOnly.createDirectories(root);
		try {
			DataFolder opened = new DataFolder(root, FolderLock.take(root));
			Files.deleteIfExists(opened.credentials());
			return opened;
		} catch (FolderInUseException e) {
			throw new DemoException(
					"Another process uses the data in " + root + ": stop that one, or choose another folder with --data-dir DIR.", e);
		}
	}

	Path database() {
		return root.resolve("database");
	}

	Path broker() {
		return root.resolve("broker");
	}

	Path sandbox() {
		return root.resolve("sandbox");
	}

	Path archive() {
		return root.resolve("sample.zip");
	}

	Path credentials() {
		return root.resolve("demo-credentials.json");
	}

	/** The passwords of people who can sign in, by username; null before the first start made them. */
	@Nullable
	Map<String, String> passwords() throws IOException {
		return Files.exists(passwordsFile())
				? JsonMapper.shared().readValue(Files.readString(passwordsFile()), new TypeReference<TreeMap<String, String>>() {
				})
				: null;
	}

	void keep(Map<String, String> passwords) throws IOException {
		OwnerOnly.write(passwordsFile(), JsonMapper.shared().writeValueAsString(passwords));
	}

	Secret clientSecret() throws IOException {
		return OwnerOnly.secret(root.resolve("demo-client.secret"));
	}

	/**
	 * The sample that the data are made of. The first start writes it before it makes anything, so that a start after a kill goes on with the same one.
	 *
	 * @throws DemoException if the data were made of another sample than the one asked for
	 */
	Sample sample(SampleRequest request, LocalDate today) throws IOException {
		if (Files.notExists(sampleFile())) {
			Sample sample = request.onFirstStart(today);
			sample.district();
			OwnerOnly.write(sampleFile(), JsonMapper.shared().writeValueAsString(sample));
			return sample;
		}
		Sample sample = JsonMapper.shared().readValue(Files.readString(sampleFile()), Sample.class);
		if (!request.agreesWith(sample)) {
			throw new DemoException("The data in " + root + " were made with " + sample
					+ ": leave these options out, or add --reset to make the data anew.");
		}
		return sample;
	}

	boolean filled() {
		return Files.exists(filledFile());
	}

	void markFilled() throws IOException {
		OwnerOnly.write(filledFile(), "The sample is in the database.\n");
	}

	/** Removes database, messages and sample; certificates and secrets stay. A kill half-way leaves a folder that the next start fills anew. */
	void reset() throws IOException {
		Files.deleteIfExists(filledFile());
		EmbeddedDatabase.delete(database());
		EmbeddedBroker.delete(broker());
		Files.deleteIfExists(archive());
		Files.deleteIfExists(sampleFile());
	}

	private Path sampleFile() {
		return root.resolve("sample.json");
	}

	private Path passwordsFile() {
		return root.resolve("demo-passwords.json");
	}

	private Path filledFile() {
		return root.resolve("sample.filled");
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(credentials());
		} catch (IOException e) {
			throw new DemoException("The file " + credentials() + " of this run could not be removed.", e);
		} finally {
			lock.close();
		}
	}

	@Override
	public String toString() {
		return root.toString();
	}
}
