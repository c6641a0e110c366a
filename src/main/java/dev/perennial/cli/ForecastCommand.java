package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.night.ExitCode;
import dev.perennial.night.NightAhead.Coming;
import dev.perennial.night.NotStarted;
import dev.perennial.preview.Forecast;
import dev.perennial.preview.NightVolume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.springframework.context.ApplicationContext;

/** {@code forecast}: mails, charges and money of the nights ahead. */
@Command(name = "forecast",
		description = "Says how many mails, charges and how much money the nights ahead bring, if all goes well.")
final class ForecastCommand implements Callable<Integer> {

	private static final int FURTHEST = 731;

	private final Application application;

	private final Console console;

	@Option(names = "--days", paramLabel = "N", defaultValue = "30",
			description = "How many nights; ${DEFAULT-VALUE} if not given.")
	private int days;

	@Mixin
	private final JsonOption json = new JsonOption();

	ForecastCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.days < 1 || this.days > FURTHEST) {
			throw new NotStarted("--days is %d, expected 1 to %d".formatted(this.days, FURTHEST));
		}
		List<NightLine> nights = this.application.reading(this::read);
		this.console.facts(this.json, nights, () -> text(nights));
		return ExitCode.DONE.code();
	}

	private List<NightLine> read(ApplicationContext context) {
		Ahead ahead = Ahead.in(context);
		Coming first = ahead.nights().oldestOpen();
		return context.getBean(Forecast.class)
			.of(ahead.until(first, first.date().plusDays(this.days - 1L)), Set.copyOf(first.jobs()))
			.stream()
			.map(NightLine::of)
			.toList();
	}

	private static String text(List<NightLine> nights) {
		return Texts.table(List.of("night", "mails", "charges", "charged", "invoiced"),
				nights.stream().map(NightLine::cells).toList());
	}

	/**
	 * How much a night does.
	 *
	 * @param date the business date
	 * @param mails mails that go out
	 * @param charges cards that are charged
	 * @param charged what they are charged, by currency
	 * @param invoiced the gross of the invoices, of cards and transfers, by currency
	 */
	record NightLine(LocalDate date, long mails, long charges, SortedMap<String, String> charged,
			SortedMap<String, String> invoiced) {

		static NightLine of(NightVolume volume) {
			return new NightLine(volume.date(), volume.mails(), volume.charges(), digits(volume.charged()),
					digits(volume.invoiced()));
		}

		private static SortedMap<String, String> digits(SortedMap<String, Money> sums) {
			SortedMap<String, String> digits = new TreeMap<>();
			sums.forEach((currency, sum) -> digits.put(currency, sum.digits()));
			return digits;
		}

		List<String> cells() {
			return List.of(this.date.toString(), Long.toString(this.mails), Long.toString(this.charges),
					text(this.charged), text(this.invoiced));
		}

		private static String text(Map<String, String> sums) {
			return sums.entrySet()
				.stream()
				.map((sum) -> sum.getKey() + " " + sum.getValue())
				.collect(Collectors.joining(", "));
		}

	}

}
