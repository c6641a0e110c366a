package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import dev.perennial.night.BusinessDates;
import dev.perennial.night.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code status}: what runs, and what is open. */
@Command(name = "status", description = "Says what runs and what is open.")
final class StatusCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Mixin
	private final JsonOption json = new JsonOption();

	StatusCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		Status status = this.application.reading(StatusCommand::read);
		this.console.facts(this.json, status, status::text);
		return ExitCode.DONE.code();
	}

	private static Status read(ApplicationContext context) {
		Nights nights = new Nights(context.getBean(JdbcClient.class));
		LocalDate open = context.getBean(BusinessDates.class).oldestOpen().orElse(null);
		NightPage page = (open == null) ? null : nights.of(open).orElse(null);
		return new Status(nights.holder(), open, (page == null) ? null : page.night().words().waitsFor(),
				(page == null) ? List.of() : page.jobs());
	}

	/**
	 * What runs, and what is open.
	 *
	 * @param holder who has the lease
	 * @param openDate the oldest open date, if the first night has one
	 * @param waitsFor what its night waits to be approved for
	 * @param jobs its jobs so far
	 */
	record Status(Holder holder, @Nullable LocalDate openDate, @Nullable String waitsFor, List<JobRun> jobs) {

		String text() {
			StringBuilder text = new StringBuilder(this.holder.text());
			if (this.openDate == null) {
				return text.append("\nNo night has a date yet: 'perennial night --date D' fixes the first").toString();
			}
			text.append("\nThe oldest open date is ").append(this.openDate);
			if (this.waitsFor != null) {
				text.append(", it waits for approval: ").append(this.waitsFor);
			}
			if (!this.jobs.isEmpty()) {
				text.append("\n").append(JobRun.table(this.jobs));
			}
			this.jobs.stream()
				.filter((job) -> job.error() != null)
				.forEach((job) -> text.append("\n%s: %s".formatted(job.job(), job.error())));
			return text.toString();
		}

	}

}
