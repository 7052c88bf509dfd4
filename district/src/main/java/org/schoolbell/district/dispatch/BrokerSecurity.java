package org.schoolbell.district.dispatch;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Whether what goes to the relay is encrypted, and whom to ask where it is not. It says so in the log at each start. Thread-safe. */
@Component
public class BrokerSecurity implements SmartInitializingSingleton {
	private static final Logger LOG = LoggerFactory.getLogger(BrokerSecurity.class);

	private final BrokerSettings broker;
	private final Contact contact;

	BrokerSecurity(BrokerSettings broker, Contact contact) {
		this.broker = broker;
		this.contact = contact;
	}

	/** @return false if the settings ask for plain AMQP ({@code schoolbell.broker.tls=off}), which is never for production */
	public boolean encrypted() {
		return broker.tls();
	}

	/** @return who turns TLS on, such as "Priya Shah, extension 4410"; empty where {@code schoolbell.contact} names nobody */
	public Optional<String> contact() {
		return contact.words();
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!encrypted()) {
			LOG.warn("schoolbell.broker.tls is off: names and scores cross the network unencrypted. Never use this in production. {}",
					ask());
		}
	}

	/** @return what to do about it, in English, for logs and health checks */
	String ask() {
		return "Ask " + contact().orElse("whoever looks after this server (schoolbell.contact.name names nobody)") + " to turn TLS on";
	}
}
