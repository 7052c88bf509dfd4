package org.schoolbell.demo;

import org.springframework.context.ApplicationContext;

record DistrictFilling(ApplicationContext district) {
	Addresses.Client fill(Sample sample, DataFolder folder) throws Exception {
		return new Addresses.Client("demo-client", folder.clientSecret().value());
	}
}
