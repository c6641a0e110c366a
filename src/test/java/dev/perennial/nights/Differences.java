package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows that stand on one side only. */
final class Differences {

	private final List<String> all = new ArrayList<>();

	/**
	 * Compares the files of a night's outbox.
	 * @param expected the folder of the model
	 * @param actual the folder of the program
	 */
	void files(String date, Path expected, Path actual) throws IOException {
		for (String name : List.of("invoices.csv", "invoice-lines.csv", "renewals.csv", "windows.csv", "notices.csv",
				"requests.csv", "bank.csv")) {
			rows(date + " " + name, Csv.read(expected.resolve(name)),
					Csv.read(actual.resolve(name)).stream().map(Differences::withoutAdvice).toList());
		}
	}

	/**
	 * The error of what is parked begins with its code; the advice after it is the
	 * program's.
	 */
	private static List<String> withoutAdvice(List<String> row) {
		int parked = row.indexOf("PARKED");
		if (parked < 0) {
			return row;
		}
		List<String> shorter = new ArrayList<>(row);
		shorter.set(parked + 1, row.get(parked + 1).split(":")[0]);
		return shorter;
	}

	void rows(String where, List<List<String>> expected, List<List<String>> actual) {
		if (expected.equals(actual)) {
			return;
		}
		List<List<String>> missing = new ArrayList<>(expected);
		actual.forEach(missing::remove);
		List<List<String>> unexpected = new ArrayList<>(actual);
		expected.forEach(unexpected::remove);
		missing.stream().map((row) -> "%s expected %s".formatted(where, row)).forEach(this.all::add);
		unexpected.stream().map((row) -> "%s but was  %s".formatted(where, row)).forEach(this.all::add);
		if (missing.isEmpty() && unexpected.isEmpty()) {
			this.all.add(where + " has another order");
		}
	}

	List<String> all() {
		return this.all;
	}

}
