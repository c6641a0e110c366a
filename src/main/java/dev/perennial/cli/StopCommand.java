package dev.perennial.cli;

import java.util.concurrent.Callable;

import dev.perennial.night.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code stop}: asks a running night to stop after the chunks in flight. */
@Command(name = "stop", description = "Asks a running night to stop after the chunks in flight.")
final class StopCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Mixin
	private final JsonOption json = new JsonOption();

	StopCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		Holder holder = this.application.onInstalled((context) -> {
			Nights nights = new Nights(context.getBean(JdbcClient.class));
			nights.requestStop();
			return nights.holder();
		});
		this.console.facts(this.json, holder, holder::text);
		return ExitCode.DONE.code();
	}

}
