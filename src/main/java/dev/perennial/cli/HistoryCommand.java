package dev.perennial.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import dev.perennial.night.ExitCode;
import dev.perennial.night.NotStarted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code history}: the last nights. */
@Command(name = "history", description = "Lists the last nights, the newest first.")
final class HistoryCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Option(names = "--last", paramLabel = "N", defaultValue = "14",
			description = "How many nights; ${DEFAULT-VALUE} if not given.")
	private int last;

	@Mixin
	private final JsonOption json = new JsonOption();

	HistoryCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.last < 1) {
			throw new NotStarted("--last is %d, expected 1 or more".formatted(this.last));
		}
		List<NightPage> nights = this.application
			.reading((context) -> new Nights(context.getBean(JdbcClient.class)).last(this.last));
		this.console.facts(this.json, nights, () -> text(nights));
		return ExitCode.DONE.code();
	}

	private static String text(List<NightPage> nights) {
		return nights.isEmpty() ? "No night has been run"
				: Texts.table(List.of("night", "state", "jobs", "charges", "mails", "parked", "time"),
						nights.stream().map(HistoryCommand::cells).toList());
	}

	private static List<String> cells(NightPage page) {
		long completed = page.jobs().stream().filter((job) -> job.state().equals("COMPLETED")).count();
		return List.of(page.night().date().toString(), page.night().state(),
				"%d of %d".formatted(completed, page.jobs().size()), Long.toString(page.night().volume().charges()),
				Long.toString(page.night().volume().mails()), Long.toString(page.parked()),
				Texts.duration(Duration.ofMillis(page.millis())));
	}

}
