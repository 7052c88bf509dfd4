package org.schoolbell.district.dispatch.seal;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.PropertySource;

/**
 * All of this package as beans, for a district that deals with the push services {@code push.example.org} and {@code localhost:7445}. No configuration by
 * annotation, which whole servers in tests would find and take their settings from.
 */
@ComponentScan
@PropertySource("classpath:webpush-test.properties")
public class TestSeal {
}
