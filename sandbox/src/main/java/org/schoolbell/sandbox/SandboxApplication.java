package org.schoolbell.sandbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;

/**
 * The sandbox as an application. Start it with {@code spring.config.name=application,sandbox}: its defaults are in
 * {@code sandbox.yaml}, and naming that file names the role.
 */
@SpringBootApplication
@EnableConfigurationProperties(SandboxSettings.class)
public class SandboxApplication {
	private static final String ROLE = "sandbox";

	/** @throws IllegalStateException if nobody has named the role, so that no production system plays the world outside by mistake */
	SandboxApplication(Environment environment) {
		if (!ROLE.equals(environment.getProperty("schoolbell.role"))) {
			throw new IllegalStateException("the sandbox pretends to be Apple and is never part of production; to start it all the same,"
					+ " name its role with spring.config.name=application,sandbox");
		}
	}
}
