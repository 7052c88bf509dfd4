package org.schoolbell.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.schoolbell.sandbox.apns.ApnsStandIn;
import org.schoolbell.sandbox.browser.Browsers;
import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.fault.FaultBoard;
import org.schoolbell.sandbox.page.PageSettings;
import org.schoolbell.sandbox.phone.PhoneBook;
import org.schoolbell.sandbox.school.School;
import org.schoolbell.sandbox.webpush.WebPushStandIn;

/** What the sandbox is made of; the context that made them closes them. */
@Configuration(proxyBeanMethods = false)
class SandboxParts {
	private static final Logger LOG = LoggerFactory.getLogger(SandboxParts.class);

	@Bean
	InstantSource clock() {
		return Clock.systemUTC();
	}

	@Bean
	PhoneBook phones(SandboxSettings settings, InstantSource clock) {
		return new PhoneBook(settings.apns().topics().getFirst(), clock);
	}

	@Bean
	DeliveryLog deliveries(SandboxSettings settings, InstantSource clock) {
		return new DeliveryLog(settings.keep(), clock);
	}

	@Bean
	FaultBoard faults() {
		return new FaultBoard();
	}

	@Bean
	PageSettings page(SandboxSettings settings) {
		return settings.page();
	}

	@Bean
	School school(SandboxSettings settings) {
		School school = new School();
		if (settings.school() != null) {
			school.connect(settings.school());
		}
		return school;
	}

	@Bean
	ApnsStandIn apns(SandboxSettings settings, PhoneBook phones, DeliveryLog deliveries, FaultBoard faults, InstantSource clock)
			throws IOException {
		ApnsStandIn apns = ApnsStandIn.start(settings.apns(), phones, deliveries, faults, clock);
		LOG.info("APNs stand-in listens on {} port {}, certificate {}", settings.apns().address(), apns.port(), apns.certificate());
		return apns;
	}

	@Bean
	Browsers browsers(DeliveryLog deliveries, InstantSource clock) {
		return new Browsers(deliveries, clock);
	}

	@Bean
	WebPushStandIn webPush(SandboxSettings settings, PhoneBook phones, Browsers browsers, DeliveryLog deliveries, FaultBoard faults,
			InstantSource clock) throws IOException {
		WebPushStandIn webPush = WebPushStandIn.start(settings.webPush(), phones, deliveries, faults, clock);
		webPush.add(browsers);
		LOG.info("Web Push service listens on {} port {}, certificate {}", settings.webPush().address(), webPush.port(),
				webPush.certificate());
		return webPush;
	}
}
