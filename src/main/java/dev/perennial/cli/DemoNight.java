package dev.perennial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.DemoMachine;
import dev.perennial.demo.sample.SampleDay;
import dev.perennial.demo.sample.SamplePartners;
import dev.perennial.importing.Imported;
import dev.perennial.night.BusinessDates;
import dev.perennial.night.NightRequest;
import dev.perennial.night.NightResult;
import dev.perennial.night.NotStarted;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.Wishes;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The night of the demo, from the sample to the report. */
final class DemoNight {

	private final DemoMachine machine;

	private final Console console;

	private final LocalDate date;

	DemoNight(DemoMachine machine, Console console, LocalDate date) {
		this.machine = machine;
		this.console = console;
		this.date = date;
	}

	/**
	 * Writes the sample, and does what an operator and the outside do before the night.
	 * @throws NotStarted if the database has had nights
	 */
	void prepare(ApplicationContext context, SamplePartners partners, int subscriptions) {
		context.getBean(BusinessDates.class).oldestOpen().ifPresent((open) -> {
			throw new NotStarted("The database has had nights, %s is open: the demo begins afresh, expected an empty "
				.formatted(open) + "schema");
		});
		Path sample = this.machine.sample();
		SampleDay day = new SampleDay(sample, this.date);
		this.console.progress("Loads %d subscriptions from %s".formatted(subscriptions, sample));
		try {
			partners.writeTo(sample, subscriptions, CatalogueTexts.in(ImportCommand.catalogue(context)));
			Imported imported = ImportCommand.load(context, sample, this.date);
			imported.refused().forEach((refused) -> {
				throw refused;
			});
			day.deliverTo(this.machine.servers().inbox());
			hold(context, day.heldByHand());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void hold(ApplicationContext context, List<String> subscriptions) {
		Hold hold = new Hold(HoldReason.BY_HAND, "demo", this.date, null);
		Wishes wishes = new Wishes(context.getBean(JdbcTemplate.class));
		FencedTransactions transactions = context.getBean(FencedTransactions.class);
		context.getBean(Lease.class).hold(null, () -> {
			transactions.run(() -> wishes.hold(subscriptions.stream().map((id) -> Map.entry(id, hold)).toList()));
			return subscriptions;
		});
	}

	/** Runs the night, which approves itself (rules 11.5). */
	DemoReport run(ApplicationContext context) {
		this.console.progress("Runs the night of " + this.date);
		NightResult result = NightProgress.during(context, this.console,
				new NightRequest(this.date, null, "", false, new NightRequest.Consent("demo", true, null)));
		JdbcClient jdbc = context.getBean(JdbcClient.class);
		NightEnded ended = NightEnded.of(result.nights().get(0), new Nights(jdbc).jobs(this.date));
		return new DemoReport(ended, new NightFigures(jdbc).of(this.date), ParkedCommand.items(context).all(),
				DemoPlaces.of(this.machine, this.date), result.exitCode().code());
	}

}
