package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.perennial.testing.TestDatabase;

/**
 * Everything that a night could have changed: rows, files and mails.
 *
 * @param tables the checksum of each table
 * @param files the hash of each file, received mails among them
 */
record Traces(Map<String, String> tables, Map<String, Integer> files) {

	static Traces of(ProgramNights program, TestDatabase database, Path folder) throws IOException {
		Map<String, String> tables = new TreeMap<>();
		database.ownerJdbc()
			.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
			.query(String.class)
			.list()
			.stream()
			// the lease is taken and given back by whoever looks
			.filter((table) -> !table.startsWith("night_lease"))
			.forEach((table) -> tables.put(table, program.table("CHECKSUM TABLE `%s`".formatted(table)).toString()));
		Map<String, Integer> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder.resolve("program"))) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				files.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
			}
		}
		return new Traces(tables, files);
	}

}
