package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * Says that this process owns a folder. The operating system takes the lock back when the process ends in whatever way, so a lock that can be taken proves
 * that what is left in the folder (a postmaster too) belongs to nobody.
 */
public final class FolderLock implements AutoCloseable {
	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/** @throws FolderInUseException where another process, or something else in this one, holds it */
	public static FolderLock take(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (tryLock(channel) == null) {
			channel.close();
			throw new FolderInUseException(folder);
		}
		return new FolderLock(channel);
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		} catch (OverlappingFileLockException heldByThisProcess) {
			return null;
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException e) {
			throw new EmbeddedServiceException("The lock of a data folder could not be released.", e);
		}
	}
}
