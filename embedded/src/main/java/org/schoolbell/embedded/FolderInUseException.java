package org.schoolbell.embedded;

import java.nio.file.Path;

/** Another process that lives owns the folder. */
public final class FolderInUseException extends EmbeddedServiceException {
	FolderInUseException(Path folder) {
		super("Another process already uses " + folder + ": stop that one, or choose another folder.", null);
	}
}
