package org.schoolbell.district.oneroster;

import java.nio.file.Path;
import java.time.InstantSource;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.calendar.TwoActiveYearsException;
import org.schoolbell.district.oneroster.csv.Archive;
import org.schoolbell.district.oneroster.csv.FileFaultException;
import org.schoolbell.district.oneroster.csv.Manifest;
import org.schoolbell.district.oneroster.csv.Shown;
import org.schoolbell.district.staging.ImportRunningException;
import org.schoolbell.district.staging.Remark;
import org.schoolbell.district.staging.StagingConnection;

/**
 * Imports a OneRoster 1.2 CSV archive. Lines are streamed into staging tables, so memory does not grow with the file; they are checked there, and what is new or
 * changed is merged in one transaction: a process that dies before its commit has changed nothing, and the next import clears what it staged. An import tells
 * nobody: it writes records and appends no events. Thread-safe; a second import waits for nothing and is refused while one runs.
 */
@Component
public class OneRosterImport {
	private final DataSource dataSource;
	private final DistrictZone zone;
	private final InstantSource time;

	/** @param dataSource of the district's database, with two connections at least */
	public OneRosterImport(DataSource dataSource, DistrictZone zone, InstantSource time) {
		this.dataSource = dataSource;
		this.zone = zone;
		this.time = time;
	}

	/**
	 * Imports an archive. Takes seconds for a school, minutes for a district of 300,000 students.
	 *
	 * @return what became of each line
	 * @throws ImportRefusedException if the archive as a whole cannot be taken; nothing was changed
	 */
	public ImportReport run(Path zip, ImportOptions options, ImportListener listener) {
		try (Archive archive = Archive.open(zip, options.limits()); StagingConnection staging = StagingConnection.open(dataSource)) {
			Manifest manifest = Manifest.of(archive);
			return new ImportRun(archive, manifest, staging, options, listener, zone, time.instant()).run();
		} catch (FileFaultException | ImportRunningException e) {
			throw new ImportRefusedException(String.valueOf(e.getMessage()), e);
		} catch (TwoActiveYearsException e) {
			Remark remark = e.remark();
			throw new ImportRefusedException("academicSessions.csv, line " + remark.line() + ", column " + remark.column() + ", "
					+ Shown.quoted(remark.value()) + ": " + remark.problem() + "; right would be: " + remark.remedy() + ".", e);
		}
	}
}
