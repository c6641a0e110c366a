package dev.perennial.cli;

import java.util.concurrent.Callable;

import dev.perennial.night.ExitCode;
import dev.perennial.night.NotStarted;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.springframework.context.ApplicationContext;

/** {@code retry}: asks for another try of what is parked (rules 11.3). */
@Command(name = "retry", description = "Asks the next night to try again what 'parked' lists under this id.")
final class RetryCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Parameters(paramLabel = "ID", description = "ORDER:<order number>, NOTICE:<notice id> or REFUND:<payment id>")
	private String id = "";

	@Mixin
	private final JsonOption json = new JsonOption();

	RetryCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		ParkedItem item = this.application.onInstalled(this::retry);
		this.console.facts(this.json, item, () -> item.id() + ": " + item.next());
		return ExitCode.DONE.code();
	}

	private ParkedItem retry(ApplicationContext context) {
		ParkedItems items = ParkedCommand.items(context);
		// Refused before the lease is waited for, and looked at again under it.
		requireRetriable(items);
		return context.getBean(Lease.class)
			.hold(null, () -> context.getBean(FencedTransactions.class).inTransaction(() -> {
				requireRetriable(items);
				items.retry(this.id, Arguments.who());
				return items.find(this.id).orElseThrow();
			}));
	}

	private void requireRetriable(ParkedItems items) {
		ParkedItem item = items.find(this.id)
			.orElseThrow(() -> new NotStarted(
					"Nothing is parked under '%s': expected an id that 'perennial parked' lists".formatted(this.id)));
		if (item.id().startsWith(ParkedItem.ITEM)) {
			throw new NotStarted("%s is not to be retried: %s".formatted(item.id(), item.next()));
		}
	}

}
