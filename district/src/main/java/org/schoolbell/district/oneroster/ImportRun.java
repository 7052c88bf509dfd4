package org.schoolbell.district.oneroster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.schoolbell.district.calendar.CalendarImport;
import org.schoolbell.district.calendar.CalendarPlan;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.gradebook.GradebookFiles;
import org.schoolbell.district.gradebook.GradebookImport;
import org.schoolbell.district.oneroster.csv.Archive;
import org.schoolbell.district.oneroster.csv.CsvFile;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.FileFaultException;
import org.schoolbell.district.oneroster.csv.LineFaultException;
import org.schoolbell.district.oneroster.csv.Manifest;
import org.schoolbell.district.oneroster.csv.Manifest.Mode;
import org.schoolbell.district.oneroster.csv.Shown;
import org.schoolbell.district.roster.RosterFiles;
import org.schoolbell.district.roster.RosterImport;
import org.schoolbell.district.staging.Loader;
import org.schoolbell.district.staging.StagedFile;
import org.schoolbell.district.staging.StagedLine;
import org.schoolbell.district.staging.StagingConnection;

/** One import, from the first file to the report. */
final class ImportRun {
	/** Schools and sessions are planned in memory; no district has so many. */
	private static final int MOST_SCHOOLS_OR_SESSIONS = 50_000;
	private static final int PROGRESS_EVERY = 100_000;

	private final Archive archive;
	private final Manifest manifest;
	private final StagingConnection staging;
	private final ImportOptions options;
	private final ImportListener listener;
	private final ZoneId zone;
	private final CalendarImport calendar;
	private final RosterImport roster;
	private final GradebookImport gradebook;
	private final Map<CsvName, FileFindings> findings = new EnumMap<>(CsvName.class);
	private final List<String> notes = new ArrayList<>();

	ImportRun(Archive archive, Manifest manifest, StagingConnection staging, ImportOptions options, ImportListener listener,
			DistrictZone zone,
			Instant began) {
		this.archive = archive;
		this.manifest = manifest;
		this.staging = staging;
		this.options = options;
		this.listener = listener;
		this.zone = zone.zone();
		this.calendar = new CalendarImport(staging.jdbc(), zone.dateOf(began));
		this.roster = new RosterImport(staging, zone.dateOf(began));
		this.gradebook = new GradebookImport(staging, began);
	}

	ImportReport run() {
		clear();
		try {
			noteOtherFiles();
			CalendarPlan plan = plan();
			load(plan);
			listener.progress("checking", 0);
			roster.check(plan);
			gradebook.check(RosterImport.people(), RosterImport.sections(), RosterImport.classLists());
			listener.progress("merging", 0);
			staging.inTransaction(() -> {
				calendar.merge(plan);
				roster.merge(plan);
				gradebook.merge();
			});
			roster.lookBack();
			return report(plan);
		} finally {
			clear();
		}
	}

	/** Staged lines hold names: none stays behind, whether the import ends well or not, and none of an import that died. */
	private void clear() {
		roster.clear();
		gradebook.clear();
	}

	private CalendarPlan plan() {
		CalendarPlan plan = calendar.plan(collect(CsvName.ORGS, new CalendarLines.Orgs(mode(CsvName.ORGS))),
				collect(CsvName.ACADEMIC_SESSIONS, new CalendarLines.Sessions(mode(CsvName.ACADEMIC_SESSIONS), zone)),
				mode(CsvName.ACADEMIC_SESSIONS) == Mode.BULK);
		if (plan.activeYearIsGuessed()) {
			notes.add("No school year is marked Active or holds the day of this import; the latest is Active.");
		}
		return plan;
	}

	private void load(CalendarPlan plan) {
		load(CsvName.USERS, new PeopleLines.Users(mode(CsvName.USERS), options.portalColumn()), RosterFiles.USERS);
		load(CsvName.ROLES, new PeopleLines.Roles(mode(CsvName.ROLES), plan, zone), RosterFiles.ROLES);
		load(CsvName.USER_PROFILES, new PeopleLines.Profiles(mode(CsvName.USER_PROFILES)), RosterFiles.PROFILES);
		load(CsvName.COURSES, new ClassLines.Courses(mode(CsvName.COURSES)), RosterFiles.COURSES);
		load(CsvName.CLASSES, new ClassLines.Classes(mode(CsvName.CLASSES), plan, findings(CsvName.CLASSES)), RosterFiles.CLASSES);
		load(CsvName.ENROLLMENTS, new ClassLines.Enrollments(mode(CsvName.ENROLLMENTS), plan, zone), RosterFiles.LISTS);
		load(CsvName.CATEGORIES, new GradebookLines.Categories(mode(CsvName.CATEGORIES)), GradebookFiles.CATEGORIES);
		load(CsvName.LINE_ITEMS, new GradebookLines.LineItems(mode(CsvName.LINE_ITEMS), plan, zone, findings(CsvName.LINE_ITEMS)),
				GradebookFiles.LINE_ITEMS);
		load(CsvName.RESULTS, new GradebookLines.Results(mode(CsvName.RESULTS), zone), GradebookFiles.RESULTS);
	}

	private <T> List<StagedLine<T>> collect(CsvName name, LineReader<T> reader) {
		List<StagedLine<T>> lines = new ArrayList<>();
		read(name, reader, line -> {
			if (lines.size() == MOST_SCHOOLS_OR_SESSIONS) {
				throw FileFaultException.line(name.file() + ".csv", line.line(),
						"the file has more than " + MOST_SCHOOLS_OR_SESSIONS + " lines, which no district has.");
			}
			lines.add(line);
		});
		return lines;
	}

	private <T> void load(CsvName name, LineReader<T> reader, StagedFile<T> file) {
		if (mode(name) != Mode.ABSENT) {
			try (Loader<T> loader = staging.load(file)) {
				read(name, reader, loader::add);
				loader.finish();
			}
		}
	}

	private <T> void read(CsvName name, LineReader<T> reader, Consumer<StagedLine<T>> lines) {
		if (mode(name) == Mode.ABSENT) {
			return;
		}
		if (!archive.has(name.file())) {
			throw FileFaultException.file(name.file() + ".csv",
					"manifest.csv says that the file is there, but it is not in the archive. Add it, or write absent.");
		}
		listener.progress(name.file(), 0);
		CsvFile file = archive.file(name.file(), reader.columns());
		FileFindings found = findings(name);
		long[] count = {0};
		file.forEach(line -> {
			read(line, reader, lines, found);
			if (++count[0] % PROGRESS_EVERY == 0) {
				listener.progress(name.file(), count[0]);
			}
		});
		List<String> strangers = name.strangers(file.unreadColumns());
		if (!strangers.isEmpty()) {
			found.note("columns that OneRoster does not have were left out: " + Shown.plain(String.join(", ", strangers)));
		}
	}

	private static <T> void read(CsvLine line, LineReader<T> reader, Consumer<StagedLine<T>> lines, FileFindings found) {
		StagedLine<T> read;
		try {
			read = reader.read(line);
		} catch (LineFaultException fault) {
			found.reject(line, fault);
			return;
		}
		lines.accept(read);
	}

	private void noteOtherFiles() {
		for (String file : archive.names()) {
			if (!CsvName.isKnown(file)) {
				notes.add(Shown.plain(file) + ".csv is no file of OneRoster and was left out.");
			} else if (!file.equals("manifest") && !manifest.names(file)) {
				notes.add(file + ".csv is not named in manifest.csv and was left out.");
			} else if (!file.equals("manifest") && manifest.mode(file) == Mode.ABSENT) {
				notes.add(file + ".csv is there, but manifest.csv says absent: it was left out.");
			}
		}
		archive.others().forEach(file -> notes.add(Shown.plain(file) + " is no CSV file and was left out."));
	}

	private ImportReport report(CalendarPlan plan) {
		List<FileReport> files = new ArrayList<>();
		for (CsvName name : CsvName.values()) {
			if (mode(name) != Mode.ABSENT) {
				files.add(findings(name).report(name.file(), switch (name) {
					case ORGS -> plan.orgs();
					case ACADEMIC_SESSIONS -> plan.sessions();
					case USERS -> roster.result(RosterFiles.USERS);
					case ROLES -> roster.result(RosterFiles.ROLES);
					case USER_PROFILES -> roster.result(RosterFiles.PROFILES);
					case COURSES -> roster.result(RosterFiles.COURSES);
					case CLASSES -> roster.result(RosterFiles.CLASSES);
					case ENROLLMENTS -> roster.result(RosterFiles.LISTS);
					case CATEGORIES -> gradebook.result(GradebookFiles.CATEGORIES);
					case LINE_ITEMS -> gradebook.result(GradebookFiles.LINE_ITEMS);
					case RESULTS -> gradebook.result(GradebookFiles.RESULTS);
				}));
			}
		}
		return new ImportReport(files, plan.activeYear(), notes);
	}

	private Mode mode(CsvName name) {
		return manifest.mode(name.file());
	}

	private FileFindings findings(CsvName name) {
		return findings.computeIfAbsent(name, _ -> new FileFindings());
	}
}
