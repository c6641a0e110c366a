package dev.perennial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.importing.Import;
import dev.perennial.importing.Imported;
import dev.perennial.night.BusinessDates;
import dev.perennial.night.ExitCode;
import dev.perennial.night.NotStarted;
import dev.perennial.work.lease.Lease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.springframework.context.ApplicationContext;

/** {@code import}: loads partners, qualifications and subscriptions. */
@Command(name = "import", description = "Loads partners.csv, subscriptions.csv and qualifications.csv of a folder.")
final class ImportCommand implements Callable<Integer> {

	private final Application application;

	private final Console console;

	@Parameters(paramLabel = "DIR", description = "The folder; each file in it is loaded as a whole or not at all.")
	private Path folder = Path.of("");

	@Option(names = "--date", paramLabel = "D", description = "The oldest open date; the very first import needs it.")
	private @Nullable LocalDate date;

	@Mixin
	private final JsonOption json = new JsonOption();

	ImportCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		if (!Files.isDirectory(this.folder)) {
			throw new NotStarted("There is no folder '%s': expected one with partners.csv, subscriptions.csv or "
				.formatted(this.folder) + "qualifications.csv");
		}
		Imported imported = this.application.with((context) -> load(context, this.folder, this.date));
		if (imported.isEmpty()) {
			throw new NotStarted(
					"'%s' has none of partners.csv, subscriptions.csv and qualifications.csv".formatted(this.folder));
		}
		List<Imported.Loaded> loaded = imported.loaded();
		this.console.facts(this.json, loaded, () -> text(loaded));
		imported.refused().forEach((refused) -> this.console.error(refused.details()));
		return (imported.refused().isEmpty() ? ExitCode.DONE : ExitCode.NOT_STARTED).code();
	}

	/**
	 * Loads a folder under the lease.
	 * @param date the oldest open date, which the first import fixes
	 * @throws NotStarted if that is not the date, or there is none
	 */
	static Imported load(ApplicationContext context, Path folder, @Nullable LocalDate date) {
		BusinessDates dates = context.getBean(BusinessDates.class);
		return context.getBean(Lease.class).hold(null, () -> {
			Set<String> offers = Catalogue.read(CatalogueTexts.in(catalogue(context))).offers().keySet();
			Imported imported = context.getBean(Import.class).load(folder, offers, day(dates, date));
			if (!imported.loaded().isEmpty()) {
				// Only now: a mistyped date of a refused first import is not there for
				// good.
				dates.open(date);
			}
			return imported;
		});
	}

	static Path catalogue(ApplicationContext context) {
		return Path.of(context.getEnvironment().getProperty("folders.catalog", "config"));
	}

	private static LocalDate day(BusinessDates dates, @Nullable LocalDate date) {
		LocalDate open = dates.oldestOpen().orElse(date);
		if (open == null) {
			throw new NotStarted("The first import needs a date, which fixes the first night: expected --date, "
					+ "such as 2026-11-22");
		}
		if (date != null && !date.equals(open)) {
			throw new NotStarted("%s is not next: the oldest open date is %s".formatted(date, open));
		}
		return open;
	}

	private static String text(List<Imported.Loaded> loaded) {
		return loaded.isEmpty() ? "Nothing was loaded"
				: loaded.stream()
					.map((file) -> "%s: %d rows loaded".formatted(file.name(), file.rows()))
					.collect(Collectors.joining("\n"));
	}

}
