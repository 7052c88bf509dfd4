package org.schoolbell.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/** A folder for one run, gone afterwards. */
record Workspace(Path root) implements AutoCloseable {
	static Workspace make() throws IOException {
		return new Workspace(Files.createTempDirectory("schoolbell-bench"));
	}

	/** @return a folder of this name, which may not exist yet */
	Path folder(String name) {
		return root.resolve(name);
	}

	@Override
	public void close() throws IOException {
		Files.walkFileTree(root, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.deleteIfExists(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
				Files.deleteIfExists(folder);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
