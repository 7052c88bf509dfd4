package org.schoolbell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import org.schoolbell.demo.Role;
import org.schoolbell.demo.Services;

/** Starts one application, which reads its own settings. */
@Command(mixinStandardHelpOptions = true)
abstract class RoleCommand implements Callable<Integer> {
	private final Role role;

	/** Whatever is not ours is a setting, such as {@code --server.port=8080}. */
	@Unmatched
	private List<String> settings = new ArrayList<>();

	RoleCommand(Role role) {
		this.role = role;
	}

	@Override
	public Integer call() throws Exception {
		Services services = Services.untilTheProcessEnds();
		try {
			services.start(role.title(), () -> role.start(settings));
		} catch (Exception e) {
			if (!services.stopping()) {
				throw e;
			}
		}
		services.awaitStop();
		return 0;
	}
}
