package org.schoolbell.sandbox.browser;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.schoolbell.sandbox.phone.Endpoints;

/** The push socket at the root of the sandbox's web port, where Firefox expects it; requests that are no WebSocket's go past it to the page. */
@Configuration(proxyBeanMethods = false)
class PushSocketPlace {
	private static final String PATH = "/";

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
		return factory -> factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
	}

	@Bean
	SmartInitializingSingleton pushSocket(ServletContext web, Browsers browsers, Endpoints endpoints) {
		return () -> {
			if (web.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container) {
				try {
					container.addEndpoint(
							ServerEndpointConfig.Builder.create(PushSocket.class, PATH).subprotocols(List.of(PushSocket.PROTOCOL))
									.configurator(new Sockets(browsers, endpoints)).build());
				} catch (DeploymentException e) {
					throw new IllegalStateException("no push socket", e);
				}
			}
		};
	}

	/** Makes one for each connection, and none for a page of another site: pages say where they come from, and Firefox itself names this address. */
	private static final class Sockets extends ServerEndpointConfig.Configurator {
		private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
		private final Browsers browsers;
		private final Endpoints endpoints;

		Sockets(Browsers browsers, Endpoints endpoints) {
			this.browsers = browsers;
			this.endpoints = endpoints;
		}

		@Override
		public boolean checkOrigin(@Nullable String origin) {
			if (origin == null) {
				return true;
			}
			try {
				String host = URI.create(origin).getHost();
				return host != null && THIS_MACHINE.contains(host);
			} catch (IllegalArgumentException _) {
				return false;
			}
		}

		@Override
		public <T> T getEndpointInstance(Class<T> type) {
			return type.cast(new PushSocket(browsers, endpoints));
		}
	}
}
