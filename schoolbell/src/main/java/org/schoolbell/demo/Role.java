package org.schoolbell.demo;

import java.util.List;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.schoolbell.district.DistrictApplication;
import org.schoolbell.relay.RelayApplication;
import org.schoolbell.sandbox.SandboxApplication;

/** The applications in the jar. Each has its defaults in a file of its own name; the operator's {@code application.yaml} wins over them. */
public enum Role {
	/** The district server. */
	DISTRICT("district", DistrictApplication.class),
	/** The relay. */
	RELAY("relay", RelayApplication.class),
	/** The stand-ins for the providers, and phones to look at. */
	SANDBOX("sandbox", SandboxApplication.class);

	private final String title;
	private final Class<?> application;

	Role(String title, Class<?> application) {
		this.title = title;
		this.application = application;
	}

	/** @return how the role is called on the command line, in its configuration's file name and in messages */
	public String title() {
		return title;
	}

	/**
	 * Starts the application; whoever starts it closes it.
	 *
	 * @param arguments {@code --name=value}; they win over every file and the environment
	 */
	public ConfigurableApplicationContext start(List<String> arguments) {
		return new SpringApplicationBuilder(application)
				.properties("spring.config.name=application," + title, "logging.register-shutdown-hook=false")
				.main(application).bannerMode(Banner.Mode.OFF).registerShutdownHook(false).run(arguments.toArray(String[]::new));
	}
}
