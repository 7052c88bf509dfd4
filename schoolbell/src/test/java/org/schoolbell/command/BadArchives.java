package org.schoolbell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the archives of {@code src/test/resources/bad-archives}: a small school, and six that each have one thing wrong with them. They are kept beside their
 * listing so that anyone can try the command on them; after a change here, {@link #main} writes them anew.
 */
final class BadArchives {
	private static final LocalDateTime PACKED = LocalDateTime.of(2026, 11, 24, 12, 0);
	private static final int BOMB_BYTES = 16 << 20;

	private BadArchives() {
	}

	/** @param args the folder to write into */
	public static void main(String[] args) throws IOException {
		Path folder = Path.of(args[0]);
		for (Map.Entry<String, Map<String, byte[]>> archive : all().entrySet()) {
			write(folder.resolve(archive.getKey()), archive.getValue());
		}
	}

	/** @return the entries of each archive, by its file's name */
	static Map<String, Map<String, byte[]>> all() {
		Map<String, Map<String, byte[]>> all = new LinkedHashMap<>();
		all.put("school.zip", school());
		all.put("unreadable-csv.zip", edited("users", "Ana,Lopez", "\"Ana\" M.,Lopez"));
		all.put("wrong-header.zip", edited("enrollments", "userSourcedId,role", "person,role"));
		all.put("not-utf-8.zip", latin1("users", "Ada,Okafor", "Ad\u00e9,Okafor"));
		Map<String, byte[]> bomb = school();
		bomb.put("results.csv", new byte[BOMB_BYTES]);
		all.put("bomb.zip", bomb);
		Map<String, byte[]> traversal = school();
		traversal.put("../../home/district/.ssh/authorized_keys", bytes("not ours to write\n"));
		all.put("traversal.zip", traversal);
		all.put("unknown-references.zip", unknownReferences());
		return all;
	}

	private static Map<String, byte[]> school() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("manifest.csv", bytes("""
				propertyName,value
				manifest.version,1.0
				oneroster.version,1.2
				file.orgs,bulk
				file.academicSessions,bulk
				file.users,bulk
				file.roles,bulk
				file.classes,bulk
				file.enrollments,bulk
				file.lineItems,bulk
				file.results,bulk
				"""));
		files.put("orgs.csv", bytes("""
				sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
				district,,,District,district,,
				north,,,North School,school,,district
				"""));
		files.put("academicSessions.csv", bytes("""
				sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear,metadata.active
				year,,,2026-27,schoolYear,2026-07-01,2027-07-01,,2027,true
				fall,,,Fall,semester,2026-08-15,2027-01-15,year,2027,
				"""));
		files.put("users.csv", bytes("""
				sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,agentSourcedIds,grades
				maya,,,true,maya,,Maya,Lopez,ana,09
				ana,,,true,ana,,Ana,Lopez,,
				ada,,,true,ada,,Ada,Okafor,,
				"""));
		files.put("roles.csv", bytes("""
				sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
				r1,,,maya,primary,student,2026-08-01,,north
				r2,,,ana,primary,parent,,,district
				r3,,,ada,primary,teacher,,,north
				"""));
		files.put("classes.csv", bytes("""
				sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds
				algebra,,,Algebra I,09,,A1,scheduled,,north,fall
				"""));
		files.put("enrollments.csv", bytes("""
				sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
				e1,,,algebra,north,maya,student,false,,
				e2,,,algebra,north,ada,teacher,true,,
				"""));
		files.put("lineItems.csv", bytes("""
				sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,resultValueMin,resultValueMax
				quiz,,,Unit 3 Quiz,,2026-11-16,2026-11-23,algebra,,0,20
				"""));
		files.put("results.csv", bytes("""
				sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment
				x1,,,quiz,maya,fully graded,18,2026-11-24,
				"""));
		return files;
	}

	/** In each file that refers to others: a line that is right, and one line for each of its essential references with nobody behind it. */
	private static Map<String, byte[]> unknownReferences() {
		Map<String, byte[]> files = school();
		add(files, "users", """
				leo,,,true,leo,,Leo,Lopez,ana,08
				""");
		add(files, "roles", """
				r4,,,leo,primary,student,2026-08-01,,north
				r5,,,nobody,primary,student,2026-08-01,,north
				r6,,,leo,primary,student,2026-08-01,,atlantis
				""");
		add(files, "classes", """
				reading,,,Reading,08,,R1,scheduled,,north,fall
				diving,,,Diving,08,,D1,scheduled,,atlantis,fall
				singing,,,Singing,08,,S1,scheduled,,north,"never, nor now"
				""");
		add(files, "enrollments", """
				e3,,,reading,north,leo,student,false,,
				e4,,,diving,north,leo,student,false,,
				e5,,,reading,atlantis,leo,student,false,,
				e6,,,reading,north,nobody,student,false,,
				""");
		add(files, "lineItems", """
				essay,,,Essay,,2026-11-16,2026-11-23,reading,,0,20
				song,,,Song,,2026-11-16,2026-11-23,singing,,0,20
				""");
		add(files, "results", """
				x2,,,essay,leo,fully graded,15,2026-11-24,"good, but\nshort"
				x3,,,song,leo,fully graded,15,2026-11-24,
				x4,,,essay,nobody,fully graded,15,2026-11-24,
				""");
		return files;
	}

	private static void add(Map<String, byte[]> files, String file, String lines) {
		files.compute(file + ".csv", (_, text) -> bytes(text(text) + lines));
	}

	private static Map<String, byte[]> edited(String file, String from, String to) {
		Map<String, byte[]> files = school();
		files.compute(file + ".csv", (_, text) -> bytes(text(text).replace(from, to)));
		return files;
	}

	private static Map<String, byte[]> latin1(String file, String from, String to) {
		Map<String, byte[]> files = school();
		files.compute(file + ".csv", (_, text) -> text(text).replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
		return files;
	}

	private static void write(Path file, Map<String, byte[]> entries) throws IOException {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			zip.setLevel(9);
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				ZipEntry packed = new ZipEntry(entry.getKey());
				packed.setTimeLocal(PACKED);
				zip.putNextEntry(packed);
				zip.write(entry.getValue());
				zip.closeEntry();
			}
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}
}
