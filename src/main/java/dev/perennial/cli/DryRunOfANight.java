package dev.perennial.cli;

import java.util.Optional;
import java.util.Set;

import dev.perennial.importing.FilesRefused;
import dev.perennial.night.ExitCode;
import dev.perennial.night.NightAhead.Coming;
import dev.perennial.night.NightRequest;
import dev.perennial.preview.DryRun;

import org.springframework.context.ApplicationContext;

/**
 * {@code night --dry-run}: says what the night would do, and does nothing (rules 11.2).
 */
record DryRunOfANight(Console console, JsonOption json) {

	/**
	 * Looks at the night that a request would run.
	 * @return with which code it would end, as far as can be foreseen
	 */
	ExitCode run(ApplicationContext context, NightRequest request) {
		Ahead ahead = Ahead.in(context);
		Optional<Coming> night = ahead.nights().of(request);
		if (night.isEmpty()) {
			this.console.facts(this.json, Set.of(), () -> NightEnded.nothing(request.date()));
			return ExitCode.DONE;
		}
		try (ForeseenNight foreseen = new ForeseenNight(this.console, this.json, night.get())) {
			context.getBean(DryRun.class)
				.night(ahead.tonight(night.get()), Set.copyOf(night.get().jobs()), request.scope(),
						(item) -> foreseen.add(ForeseenLine.of(item)));
			return foreseen.isParked() ? ExitCode.LOOK : ExitCode.DONE;
		}
		catch (FilesRefused ex) {
			this.console.error("intake would fail before anything else is done: " + ex.details());
			return ExitCode.FAILED;
		}
	}

}
