package dev.perennial.cli;

import java.util.concurrent.Callable;

import dev.perennial.night.ExitCode;
import dev.perennial.night.NotStarted;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code request}: a support request, and how it is to end (rules 10.2). */
@Command(name = "request", description = "Shows a support request, or records how the next night ends it.")
final class RequestCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Parameters(paramLabel = "ID", description = "The number of the request.")
	private String id = "";

	@Option(names = "--resolve", paramLabel = "refund|end-of-term",
			description = "refund: cancel and pay back if it is not too late for that, else as end-of-term: auto-renew OFF.")
	private @Nullable String resolve;

	@Option(names = "--reject", description = "The hold ends, the renewal goes on.")
	private boolean reject;

	@Mixin
	private final JsonOption json = new JsonOption();

	RequestCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		String end = end();
		SupportRequests.Found request = (end == null) ? this.application.reading((context) -> find(requests(context)))
				: this.application.onInstalled((context) -> ended(context, end));
		this.console.facts(this.json, request, request::text);
		return ExitCode.DONE.code();
	}

	private @Nullable String end() {
		if (this.resolve == null) {
			return this.reject ? "REJECT" : null;
		}
		if (this.reject) {
			throw new NotStarted("--resolve and --reject exclude each other: expected one of them");
		}
		return switch (this.resolve) {
			case "refund" -> "REFUND";
			case "end-of-term" -> "END_OF_TERM";
			default ->
				throw new NotStarted("--resolve is '%s': expected refund or end-of-term".formatted(this.resolve));
		};
	}

	private static SupportRequests requests(ApplicationContext context) {
		return new SupportRequests(context.getBean(JdbcClient.class));
	}

	private SupportRequests.Found ended(ApplicationContext context, String end) {
		SupportRequests requests = requests(context);
		if (end.equals("REFUND") && find(requests).kind().equals("LATE_OFF")) {
			throw new NotStarted("Request %s is a LATE_OFF, which refunds nothing: expected --resolve end-of-term"
				.formatted(this.id));
		}
		return context.getBean(Lease.class)
			.hold(null, () -> context.getBean(FencedTransactions.class).inTransaction(() -> {
				if (!requests.end(this.id, end, Arguments.who())) {
					throw new NotStarted(
							"Request %s has ended: it is %s".formatted(this.id, find(requests).state().name()));
				}
				return find(requests);
			}));
	}

	private SupportRequests.Found find(SupportRequests requests) {
		return requests.find(this.id)
			.orElseThrow(() -> new NotStarted("There is no support request '%s'".formatted(this.id)));
	}

}
