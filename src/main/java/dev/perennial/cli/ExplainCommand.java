package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.perennial.night.ExitCode;
import dev.perennial.night.NightAhead.Coming;
import dev.perennial.night.NotStarted;
import dev.perennial.preview.Explanation;
import dev.perennial.preview.Explanation.Explained;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.springframework.context.ApplicationContext;

/** {@code explain}: what a night does with a subscription and why, rule by rule. */
@Command(name = "explain",
		description = "Says what the night of a date does with a subscription and why, rule by rule.")
final class ExplainCommand implements Callable<Integer> {

	private static final int FURTHEST = 731;

	private final Application application;

	private final Console console;

	@Parameters(paramLabel = "SUBSCRIPTION", description = "The subscription.")
	private String subscription = "";

	@Option(names = "--date", paramLabel = "D",
			description = "The night of this date; the oldest open one if not given. A closed one is told from its rows.")
	private @Nullable LocalDate date;

	@Mixin
	private final JsonOption json = new JsonOption();

	ExplainCommand(Application application, Console console) {
		this.application = application;
		this.console = console;
	}

	@Override
	public Integer call() {
		ExplainedNight night = this.application.reading(this::read);
		this.console.facts(this.json, night, night::text);
		return ExitCode.DONE.code();
	}

	private ExplainedNight read(ApplicationContext context) {
		Ahead ahead = Ahead.in(context);
		Coming open = ahead.nights().oldestOpen();
		LocalDate day = (this.date != null) ? this.date : open.date();
		boolean closed = day.isBefore(open.date());
		if (closed && !ahead.nights().isClosed(day)) {
			throw new NotStarted("There was no night of %s: the oldest open date is %s".formatted(day, open.date()));
		}
		if (day.isAfter(open.date().plusDays(FURTHEST))) {
			throw new NotStarted(
					"%s is too far ahead: expected a date up to %s".formatted(day, open.date().plusDays(FURTHEST)));
		}
		Explanation explanation = context.getBean(Explanation.class);
		Optional<Explained> explained = !Arguments.canBeAName(this.subscription) ? Optional.empty()
				: closed ? explanation.happened(this.subscription, day)
						: explanation.foreseen(this.subscription, ahead.until(open, day), Set.copyOf(open.jobs()));
		return ExplainedNight.of(this.subscription, day, closed, explained.orElseThrow(
				() -> new NotStarted("There is no subscription '%s': expected the id of one that was imported or bought"
					.formatted(this.subscription))));
	}

	/**
	 * What a night does with a subscription, and why.
	 *
	 * @param subscription its id
	 * @param date the business date
	 * @param closed whether it is told from the rows of a closed night
	 * @param lookOn the first date on which a night looks at it by itself
	 * @param steps what is decided, and why
	 * @param items what happens
	 */
	record ExplainedNight(String subscription, LocalDate date, boolean closed, @Nullable LocalDate lookOn,
			List<ExplainedStep> steps, List<ForeseenLine> items) {

		static ExplainedNight of(String subscription, LocalDate date, boolean closed, Explained explained) {
			return new ExplainedNight(subscription, date, closed, explained.lookOn(),
					explained.steps().stream().map(ExplainedStep::of).toList(),
					explained.items().stream().map(ForeseenLine::of).toList());
		}

		String text() {
			StringBuilder text = new StringBuilder("%s in the night of %s, %s\n".formatted(this.subscription, this.date,
					this.closed ? "which is closed" : "if all goes well"));
			if (!this.closed) {
				text.append((this.lookOn == null) ? "No night looks at it by itself (1.5)\n"
						: "The first night that looks at it by itself is that of %s (1.5)\n".formatted(this.lookOn));
			}
			this.steps.forEach((step) -> text.append(step.text()));
			text.append(this.items.isEmpty() ? "Nothing happens" : this.closed ? "It did:" : "It does:");
			this.items.forEach((item) -> text.append("\n  ").append(item.text()));
			return text.toString();
		}

	}

}
