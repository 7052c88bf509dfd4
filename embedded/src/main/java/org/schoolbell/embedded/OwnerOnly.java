package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/** Files and folders that only the user who runs the process may read. Where the file system has no POSIX permissions, its own rules hold. */
public final class OwnerOnly {
	private static final String FOLDER = "rwx------";

	private OwnerOnly() {
	}

	/** Makes the folder and its parents where they are missing; new ones are open to nobody else. */
	public static void createDirectories(Path folder) throws IOException {
		Files.createDirectories(folder, permissions(folder, FOLDER));
	}

	/** Takes the folder from everybody else, whoever made it. */
	static void restrict(Path folder) throws IOException {
		if (isPosix(folder)) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER));
		}
	}

	/**
	 * Writes the file whole or not at all. A process killed in here leaves the old content, or none, and perhaps a {@code .new} file beside it that the next
	 * call replaces.
	 */
	public static void write(Path file, byte[] content) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(fresh);
		try (FileChannel channel = FileChannel.open(fresh, Set.of(CREATE, WRITE, TRUNCATE_EXISTING), permissions(file, "rw-------"))) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			channel.force(true);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** As {@link #write(Path, byte[])}, in UTF-8. */
	public static void write(Path file, String content) throws IOException {
		write(file, content.getBytes(StandardCharsets.UTF_8));
	}

	/** The secret kept in the file, which is made with a new random one where it is missing. */
	public static Secret secret(Path file) throws IOException {
		if (Files.notExists(file)) {
			write(file, Secret.random().value());
		}
		return new Secret(Files.readString(file).strip());
	}

	private static FileAttribute<?>[] permissions(Path near, String permissions) {
		return isPosix(near)
				? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
				: new FileAttribute<?>[0];
	}

	private static boolean isPosix(Path near) {
		return near.getFileSystem().supportedFileAttributeViews().contains("posix");
	}
}
