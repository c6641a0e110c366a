package dev.perennial.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import dev.perennial.demo.DemoMachine;
import dev.perennial.demo.sample.SamplePartners;
import dev.perennial.night.NotStarted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: a night over sample partners, with all that it needs. */
@Command(name = "demo", description = "Loads sample partners into a database of its own, runs a night over them, "
		+ "and says what happened and where to look.")
final class DemoCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	private final DemoData demo;

	@Option(names = "--date", paramLabel = "D", description = "The date of the night; 2026-06-23 if not given.")
	private LocalDate date = SamplePartners.DEMO_DATE;

	@Option(names = "--size", paramLabel = "N",
			description = "How many subscriptions; the least is what each rule needs.")
	private @Nullable Integer size;

	@Mixin
	private final JsonOption json = new JsonOption();

	DemoCommand(Application application, Console console, DemoData demo) {
		this.application = application;
		this.console = console;
		this.demo = demo;
	}

	@Override
	public Integer call() {
		SamplePartners partners = new SamplePartners(this.date);
		int subscriptions = (this.size != null) ? this.size : partners.size();
		if (subscriptions < partners.size()) {
			throw new NotStarted("--size is %d, expected %d or more: each rule has its subscriptions"
				.formatted(subscriptions, partners.size()));
		}
		long start = System.nanoTime();
		this.console.progress("Starts a database, a card gateway and a mail catcher in " + this.demo.folder());
		DemoMachine machine = this.demo.afresh();
		DemoNight night = new DemoNight(machine, this.console, this.date);
		DemoReport report = this.application.on(machine, (context) -> {
			night.prepare(context, partners, subscriptions);
			return night.run(context);
		});
		this.console.facts(this.json, report, report::text);
		this.console.progress("Took " + Texts.duration(Duration.ofNanos(System.nanoTime() - start)));
		return report.exitCode();
	}

}
