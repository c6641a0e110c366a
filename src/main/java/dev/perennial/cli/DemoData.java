package dev.perennial.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.perennial.demo.DemoMachine;
import dev.perennial.demo.EmbeddedDatabase;
import dev.perennial.demo.EmbeddedDatabaseMissing;
import dev.perennial.night.NotStarted;

/**
 * The data of the demo. A database that is named on the command line is used instead of
 * the demo's own; one of a file or of the environment never is.
 *
 * @param folder where it lies
 * @param settings as given on the command line
 * @param clock what the stand-ins take for the time
 */
record DemoData(Path folder, List<String> settings, Clock clock) {

	/** Where it lies, seen from the folder that the program runs in. */
	static final Path FOLDER = Path.of("target", "demo");

	/**
	 * Starts the machine on an emptied folder.
	 * @throws NotStarted if it does not start
	 */
	DemoMachine afresh() {
		return started(() -> DemoMachine.afresh(this.folder, bringsDatabase(), this.clock));
	}

	/**
	 * Starts the machine on the data of the last demo, if a command is to have it.
	 * @throws NotStarted if there is no data, or it does not start
	 */
	Optional<DemoMachine> ifAsked(boolean asked) {
		if (!asked) {
			return Optional.empty();
		}
		return Optional.of(started(() -> {
			if (!DemoMachine.isIn(this.folder)) {
				throw new NotStarted("There is no demo in %s yet: run './perennial demo' first".formatted(this.folder));
			}
			return DemoMachine.again(this.folder, bringsDatabase(), this.clock);
		}));
	}

	private DemoMachine started(Supplier<DemoMachine> machine) {
		try {
			if (bringsDatabase()) {
				EmbeddedDatabase.requirePresent();
			}
			return machine.get();
		}
		catch (EmbeddedDatabaseMissing | UncheckedIOException | IllegalStateException ex) {
			throw new NotStarted("The demo does not start: " + Failure.oneLine(ex.getMessage()));
		}
	}

	private boolean bringsDatabase() {
		return this.settings.stream().noneMatch((setting) -> setting.startsWith("--spring.datasource.url="));
	}

}
