package org.schoolbell.district.oneroster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds archives as a test needs them. */
public final class TestArchive {
	private final Map<String, byte[]> entries = new LinkedHashMap<>();
	private final StringBuilder manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");

	/** @return an archive with a manifest only */
	public static TestArchive empty() {
		return new TestArchive();
	}

	/** A small school: two children, their parents, a class in the Active year and one of last year's, an assignment, a result. */
	public static TestArchive school() {
		return empty().bulk("orgs", """
				sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
				d,,,District,district,,
				north,,,North School,school,,d
				south,,,South School,school,,d
				""").bulk("academicSessions", """
				sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear,metadata.active
				y26,,,2025-26,schoolYear,2025-07-01,2026-07-01,,2026,false
				y27,,,2026-27,schoolYear,2026-07-01,2027-07-01,,2027,true
				s26,,,Year,term,2025-08-15,2026-06-01,y26,2026,
				s27,,,Fall,semester,2026-08-15,2027-01-15,y27,2027,
				q27,,,Quarter 1,gradingPeriod,2026-08-15,2026-10-30,s27,2027,
				""").bulk("courses", """
				sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
				alg,,,,Algebra,ALG1,,d,,
				""").bulk("classes", """
				sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
				c27,,,Algebra I,09,alg,A1,scheduled,,north,s27,,,
				c26,,,Reading,05,,R1,scheduled,,south,s26,,,
				""").bulk("users", """
				sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
				maya,,,true,maya,,Maya,Lopez,,,,,,"ana, rosa",09,Secret-1
				leo,,,TRUE,leo,,Leonardo,Lopez,,,,,,ana,05,Secret-2
				ana,,,True,ana,,Ana,Lopez,,,,,,,,Secret-3
				rosa,,,false,rosa,,Rosa,Lopez,,,,,,,,Secret-4
				ben,,,true,ben,,Ben,Lopez,,,,,,maya,,Secret-5
				ada,,,true,ada,,Ada,Okafor,,,,,,,,Secret-6
				""").bulk("roles", """
				sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
				r1,,,maya,primary,student,2026-08-01,,north,
				r2,,,leo,primary,student,2025-08-01,2026-11-01,south,
				r3,,,ana,primary,parent,,,d,
				r4,,,rosa,primary,relative,,,d,
				r5,,,ben,primary,guardian,,,d,
				r6,,,ada,primary,teacher,,,north,
				""").bulk("enrollments", """
				sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
				e1,,,c27,north,maya,student,false,2026-09-01,2026-12-01
				e2,,,c26,south,leo,student,false,,
				e3,,,c27,north,ada,teacher,true,,
				""").bulk("categories", """
				sourcedId,status,dateLastModified,title,weight
				quiz,,,Quizzes,30
				""").bulk("lineItems", """
				sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax,schoolSourcedId,metadata.shown,metadata.counts
				q1,,,Quiz 1,,2026-09-05,2026-09-10,c27,quiz,q27,0,30,north,true,FALSE
				""").bulk("results", """
				sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,late,missing
				x1,,,q1,maya,fully graded,20,2026-09-11,"well, done",B,true,False
				""");
	}

	/** Adds a file, or replaces it, and its line in the manifest. */
	public TestArchive bulk(String file, String text) {
		return named(file, "bulk").entry(file + ".csv", text);
	}

	/** Adds a file of changes, or replaces it, and its line in the manifest. */
	public TestArchive delta(String file, String text) {
		return named(file, "delta").entry(file + ".csv", text);
	}

	/** Adds a line of the manifest. */
	public TestArchive named(String file, String mode) {
		return property("file." + file, mode);
	}

	/** Adds a line of the manifest. */
	public TestArchive property(String name, String value) {
		int old = manifest.indexOf("\n" + name + ",");
		if (old >= 0) {
			manifest.delete(old + 1, manifest.indexOf("\n", old + 1) + 1);
		}
		manifest.append(name).append(',').append(value).append('\n');
		return this;
	}

	/** Adds an entry, or replaces it. */
	public TestArchive entry(String name, String text) {
		return entry(name, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Adds an entry, or replaces it. */
	public TestArchive entry(String name, byte[] bytes) {
		entries.put(name, bytes);
		return this;
	}

	/** Replaces text in an entry, which must hold it. */
	public TestArchive edit(String file, String from, String to) {
		String name = file + ".csv";
		String text = new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
		if (!text.contains(from)) {
			throw new IllegalArgumentException(name + " does not hold " + from);
		}
		return entry(name, text.replace(from, to));
	}

	/** Takes an entry out and leaves the manifest as it is. */
	public TestArchive without(String name) {
		entries.remove(name);
		return this;
	}

	/** @return the entries, the manifest not among them */
	public Map<String, byte[]> entries() {
		return entries;
	}

	/** Writes the archive, its manifest first. */
	public Path write(Path file) {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			put(zip, "manifest.csv", manifest.toString().getBytes(StandardCharsets.UTF_8));
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				put(zip, entry.getKey(), entry.getValue());
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return file;
	}

	private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(bytes);
		zip.closeEntry();
	}
}
