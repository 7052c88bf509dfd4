package org.schoolbell.demo;

import java.io.IOException;
import java.util.EnumSet;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

import org.schoolbell.district.account.ApiClients;
import org.schoolbell.district.account.ClientSecret;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.oneroster.ImportListener;
import org.schoolbell.district.oneroster.ImportOptions;
import org.schoolbell.district.oneroster.ImportReport;
import org.schoolbell.district.oneroster.OneRosterImport;
import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.SamplePerson;

/**
 * Fills a district's database on a first start: the sample comes in as any district's data do, from a OneRoster zip through the importer, and what such a file
 * does not say through the public types of the rooms that own it.
 */
final class DistrictFilling {
	private static final Logger log = LoggerFactory.getLogger(DistrictFilling.class);
	private static final String CLIENT = "demo-client";

	private final ApplicationContext district;

	DistrictFilling(ApplicationContext district) {
		this.district = district;
	}

	/** Each step may be done again: a process that dies in between leaves the folder unmarked, and the next start repeats them all. */
	void fill(SampleDistrict sample, DataFolder folder) throws IOException {
		if (folder.filled()) {
			return;
		}
		sample.writeTo(folder.archive());
		ImportReport report = district.getBean(OneRosterImport.class).run(folder.archive(), ImportOptions.DEFAULT, ImportListener.NONE);
		if (report.rejected() > 0) {
			throw new DemoException(
					report.rejected() + " lines of the sample " + folder.archive() + " were rejected; import it by hand to see which.");
		}
		try (Stream<SamplePerson> people = sample.people()) {
			new SamplePeople(district).save(people);
		}
		folder.markFilled();
		log.info("The sample is in the database");
	}

	/** The program that may do everything through the API, with a secret that was made on first start. */
	Addresses.Client client(DataFolder folder) throws IOException {
		String secret = folder.clientSecret().value();
		district.getBean(ApiClients.class).save(CLIENT, new ClientSecret(secret), EnumSet.allOf(Scope.class));
		return new Addresses.Client(CLIENT, secret);
	}
}
