package dev.perennial.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.perennial.job.verify.Checks;
import dev.perennial.job.verify.Findings;
import dev.perennial.job.verify.Limits;
import dev.perennial.job.verify.Violation;
import dev.perennial.night.ExitCode;
import dev.perennial.night.NotStarted;
import dev.perennial.renewal.Rulebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code check}: the independent invariants (rules 11.7). */
@Command(name = "check", description = "Checks the independent invariants and lists what violates them.")
final class CheckCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Option(names = "--date", paramLabel = "D",
			description = "Only what changed since the night of D; else everything.")
	private @Nullable LocalDate date;

	@Mixin
	private final JsonOption json = new JsonOption();

	CheckCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		Report report = this.application.reading(this::check);
		this.console.facts(this.json, report, report::text);
		return (report.found() == 0) ? ExitCode.DONE.code() : ExitCode.FAILED.code();
	}

	private Report check(ApplicationContext context) {
		Nights.Started last = new Nights(context.getBean(JdbcClient.class)).lastToCheck()
			.orElseThrow(() -> new NotStarted("No night has been run up to its check: there is nothing to check"));
		if (this.date != null && this.date.isAfter(last.date())) {
			throw new NotStarted("The night of %s was not run up to its check: the last one is %s".formatted(this.date,
					last.date()));
		}
		Duration lease = context.getEnvironment().getProperty("night.lease", Duration.class, Duration.ofSeconds(30));
		Checks checks = context.getBean(Checks.class);
		Limits limits = Limits.of(Rulebook.read(last.settings()), lease);
		Findings findings = (this.date == null) ? checks.ofEverything(last.date(), limits)
				: checks.ofNights(this.date, last.date(), limits);
		return Report.of(this.date, findings);
	}

	/**
	 * What was found.
	 *
	 * @param date the night that was run last
	 * @param since the first night that was looked at, if not everything was
	 * @param invariants how many were checked
	 * @param found how many violations there are
	 * @param violations those that are listed
	 * @param leftOut how many items were left out, by invariant and reason
	 */
	record Report(LocalDate date, @Nullable LocalDate since, int invariants, long found, List<Violation> violations,
			SortedMap<String, SortedMap<String, Long>> leftOut) {

		static Report of(@Nullable LocalDate since, Findings findings) {
			SortedMap<String, SortedMap<String, Long>> leftOut = new TreeMap<>();
			findings.withLeftOut().forEach((checked) -> leftOut.put(checked.invariant().id(), checked.leftOut()));
			return new Report(findings.businessDate(), since, findings.checked().size(), findings.found(),
					findings.violations(), leftOut);
		}

		String text() {
			String listed = this.violations.stream().map((violation) -> violation + "\n").collect(Collectors.joining());
			String without = this.leftOut.entrySet()
				.stream()
				.map((one) -> "%s left out, parked or held: %s\n".formatted(one.getKey(), one.getValue()))
				.collect(Collectors.joining());
			return "%s%s%d invariants checked after the night of %s: %d violations".formatted(listed, without,
					this.invariants, this.date, this.found);
		}

	}

}
