package org.schoolbell.district;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The district server. Its defaults are in {@code district.yaml}; the operator's {@code application.yaml} and environment win over them. */
@SpringBootApplication
public class DistrictApplication {
	/** What everyone asks for the time, so that a test can set it. */
	@Bean
	InstantSource time() {
		return InstantSource.system();
	}
}
