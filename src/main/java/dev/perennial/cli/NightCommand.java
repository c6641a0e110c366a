package dev.perennial.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import dev.perennial.night.NightRequest;
import dev.perennial.night.NightResult;
import dev.perennial.night.NotStarted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code night}: runs a night, or goes on with it. */
@Command(name = "night", description = "Runs a night or goes on with it: the oldest open date up to today.")
final class NightCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Option(names = "--date", paramLabel = "D", description = "The night of this date; the very first night needs it.")
	private @Nullable LocalDate date;

	@Option(names = "--job", paramLabel = "JOB", description = "Only this job.")
	private @Nullable String job;

	@Option(names = "--scope", paramLabel = "subscription=ID", description = "Only this subscription.")
	private @Nullable String scope;

	@Option(names = "--dry-run", description = "Says what the night would do, and does nothing.")
	private boolean dryRun;

	@Option(names = "--catch-up", description = "Works off all open dates in their order.")
	private boolean catchUp;

	@Option(names = "--approve", description = "Approves what the night asks for: many charges or mails, a late date.")
	private boolean approve;

	@Option(names = "--accept-violations", paramLabel = "TEXT",
			description = "Closes the night in spite of violated invariants; the text says why.")
	private @Nullable String violations;

	@Mixin
	private final JsonOption json = new JsonOption();

	NightCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		NightRequest request = request();
		long start = System.nanoTime();
		int code = this.dryRun ? this.application.onInstalled((context) -> run(context, request))
				: this.application.with((context) -> run(context, request));
		this.console.progress("Took " + Texts.duration(Duration.ofNanos(System.nanoTime() - start)));
		return code;
	}

	private static void requireSubscription(JdbcClient jdbc, String scope) {
		if (!scope.isEmpty() && jdbc.sql("SELECT 1 FROM subscription WHERE subscription_id = :id")
			.param("id", scope)
			.query(Integer.class)
			.optional()
			.isEmpty()) {
			throw new NotStarted(
					"There is no subscription '%s': expected --scope subscription=ID of one that was imported or bought"
						.formatted(scope));
		}
	}

	private NightRequest request() {
		if (this.dryRun && (this.catchUp || this.approve || this.violations != null)) {
			throw new NotStarted(
					"--dry-run looks at one night and decides nothing: leave out --catch-up, --approve and "
							+ "--accept-violations");
		}
		if (this.violations != null && (this.violations.isBlank() || this.violations.length() > 1000)) {
			throw new NotStarted("--accept-violations needs a text of up to 1000 characters that says why");
		}
		if (this.catchUp && (this.job != null || this.scope != null)) {
			throw new NotStarted("--catch-up runs whole nights: leave out --job and --scope");
		}
		return new NightRequest(this.date, this.job, (this.scope == null) ? "" : Arguments.scope(this.scope),
				this.catchUp, new NightRequest.Consent(Arguments.who(), this.approve, this.violations));
	}

	private int run(ApplicationContext context, NightRequest request) {
		requireSubscription(context.getBean(JdbcClient.class), request.scope());
		if (this.dryRun) {
			return new DryRunOfANight(this.console, this.json).run(context, request).code();
		}
		NightResult result = NightProgress.during(context, this.console, request);
		Nights nights = new Nights(context.getBean(JdbcClient.class));
		List<NightEnded> ended = result.nights()
			.stream()
			.map((end) -> NightEnded.of(end, nights.jobs(end.businessDate())))
			.toList();
		this.console.facts(this.json, ended, () -> NightEnded.text(ended, request.date()));
		return result.exitCode().code();
	}

}
