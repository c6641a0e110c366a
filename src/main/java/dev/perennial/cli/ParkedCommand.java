package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import dev.perennial.night.BusinessDates;
import dev.perennial.night.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code parked}: what waits for a person. */
@Command(name = "parked",
		description = "Lists what waits for a person: orders, notices, refunds, rows of the last night.")
final class ParkedCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Mixin
	private final JsonOption json = new JsonOption();

	ParkedCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		List<ParkedItem> items = this.application.reading((context) -> items(context).all());
		this.console.facts(this.json, items, () -> text(items));
		return ExitCode.DONE.code();
	}

	static ParkedItems items(ApplicationContext context) {
		LocalDate open = context.getBean(BusinessDates.class).oldestOpen().orElse(LocalDate.of(1000, 1, 1));
		return new ParkedItems(context.getBean(JdbcClient.class), open);
	}

	static String text(List<ParkedItem> items) {
		return items.isEmpty() ? "Nothing waits for a person"
				: Texts.table(List.of("id", "subscription", "since", "error", "next"),
						items.stream()
							.map((item) -> List.of(item.id(), item.subscription(), item.since().toString(),
									item.error(), item.next()))
							.toList());
	}

}
