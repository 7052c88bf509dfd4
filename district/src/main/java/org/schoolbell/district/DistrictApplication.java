package org.schoolbell.district;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The district server. Its defaults are in {@code district.yaml}; the operator's {@code application.yaml} and environment win over them. */
@SpringBootApplication
public class DistrictApplication {
}
