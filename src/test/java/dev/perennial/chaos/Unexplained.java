package dev.perennial.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.perennial.demo.LocalOutside;
import dev.perennial.demo.Mailbox;
import dev.perennial.testing.TestDatabase;

/**
 * What the servers outside have seen although no committed row meant it: at no moment may
 * there be any, not even when the process has just died (rules 6.1, 8.4).
 */
final class Unexplained {

	private Unexplained() {
	}

	/** Asks the servers first: the rows came before what they saw. */
	static List<String> of(TestDatabase database, LocalOutside outside) throws IOException {
		List<String> references = Outcome.books(outside)
			.stream()
			.filter((line) -> !line.startsWith("reference,"))
			.map((line) -> line.substring(0, line.indexOf(',')))
			.toList();
		List<String> messageIds = Mailbox.messages(outside.mails()).stream().map((mail) -> mail.messageId()).toList();
		List<String> unexplained = new ArrayList<>();
		missing(references, database, "SELECT merchant_reference FROM charge_attempt")
			.forEach((reference) -> unexplained.add("a charge without an attempt: " + reference));
		missing(messageIds, database, "SELECT message_id FROM notice WHERE message_id IS NOT NULL")
			.forEach((id) -> unexplained.add("a mail under a Message-ID that no notice has: " + id));
		return unexplained;
	}

	private static List<String> missing(List<String> seen, TestDatabase database, String meant) {
		Set<String> known = new HashSet<>(database.ownerJdbc().sql(meant).query(String.class).list());
		return seen.stream().filter((each) -> !known.contains(each)).distinct().toList();
	}

}
