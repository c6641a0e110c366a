package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;
import dev.perennial.model.Simulation;
import dev.perennial.night.NightResult;
import dev.perennial.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The same nights over the sample data, of the model and of the program. */
final class ComparedNights {

	private final TestDatabase database;

	private final Path folder;

	private final LocalDate first;

	/** By night, the day on which it is started, where that is a later one. */
	private final Map<LocalDate, LocalDate> todays = new TreeMap<>();

	private final Differences differences = new Differences();

	/**
	 * Prepares the nights.
	 * @param folder of this comparison alone
	 * @param first the first night, and the day of the import
	 */
	ComparedNights(TestDatabase database, Path folder, LocalDate first) {
		this.database = database;
		this.folder = folder;
		this.first = first;
	}

	/** Says that nights were missed, and made up on the day after the last of them. */
	ComparedNights outage(LocalDate from, int nights) {
		for (int night = 0; night < nights; night++) {
			this.todays.put(from.plusDays(night), from.plusDays(nights));
		}
		return this;
	}

	/**
	 * Runs all nights, the model's first, and compares each.
	 * @param last the last night
	 * @param watch looks at the program after each night
	 */
	Differences run(LocalDate last, Watch watch) throws IOException {
		Path sample = this.folder.resolve("sample");
		SamplePartners partners = new SamplePartners(this.first);
		partners.writeTo(sample, partners.size(), CatalogueTexts.in(Path.of("config")));
		Path expected = this.folder.resolve("expected");
		Simulation simulation = new Simulation(sample, this.first, expected);
		this.todays.forEach(simulation::startedOn);
		simulation.runUntil(last);
		try (ProgramNights program = new ProgramNights(this.database, this.folder.resolve("program"), sample,
				this.first)) {
			for (LocalDate date = this.first; !date.isAfter(last); date = date.plusDays(1)) {
				compare(program, expected.resolve(date.toString()), date);
				watch.after(program, date);
			}
			this.differences.rows("orders", Csv.read(expected.resolve("orders.csv")), program.orders());
			this.differences.rows("charges", Csv.read(expected.resolve("charges.csv")), program.books());
		}
		return this.differences;
	}

	private void compare(ProgramNights program, Path expected, LocalDate date) throws IOException {
		NightResult result = program.run(date, expected.resolve("given"), this.todays.getOrDefault(date, date));
		assertThat(result.nights()).as("%s", result).allMatch(NightResult.End::closed);
		this.differences.files(date.toString(), expected.resolve("outbox"), program.outbox(date));
		this.differences.rows(date + " states", Csv.read(expected.resolve("outbox/states.csv")), program.states());
	}

	/** Looks at the program after a night. */
	interface Watch {

		void after(ProgramNights program, LocalDate date) throws IOException;

	}

}
