package dev.perennial.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.demo.DatabaseAccount;
import dev.perennial.demo.DemoMachine;
import dev.perennial.demo.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Where to look after the demo.
 *
 * @param outbox the files of the night
 * @param mails what partners received
 * @param books what the card gateway did, a line a charge
 * @param sample what was loaded
 * @param database the folder of the database, if the demo brought it
 */
record DemoPlaces(Path outbox, Path mails, Path books, Path sample, @Nullable Path database) {

	static DemoPlaces of(DemoMachine machine, LocalDate date) {
		Path database = machine.databaseFolder();
		return new DemoPlaces(machine.servers().outbox().resolve(date.toString()).toAbsolutePath(),
				machine.servers().mails().toAbsolutePath(), machine.books().toAbsolutePath(),
				machine.sample().toAbsolutePath(), (database == null) ? null : database.toAbsolutePath());
	}

	List<List<String>> rows() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("files of the night", this.outbox.toString()));
		rows.add(List.of("mails to partners (.eml)", this.mails.toString()));
		rows.add(List.of("books of the card gateway", this.books.toString()));
		rows.add(List.of("what came in, and what is for later nights", this.sample.toString()));
		if (this.database != null) {
			rows.add(List.of("database, while a command runs", "mariadb --host=127.0.0.1 --port=... --user=%s -p %s"
				.formatted(DatabaseAccount.OWNER, EmbeddedDatabase.SCHEMA)));
			rows.add(List.of("its port and password, new each time",
					this.database.resolve("access.properties").toString()));
		}
		return rows;
	}

}
