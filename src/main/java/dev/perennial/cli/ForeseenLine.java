package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.money.Money;
import dev.perennial.preview.fold.Foreseen;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to one thing, for people and programs.
 *
 * @param job the job that has the last word about it
 * @param kind what it is
 * @param subscription whose it is
 * @param name which of its kind
 * @param id its outside name, empty where it has none yet
 * @param what what happens
 * @param reason why
 * @param on the day that belongs to it
 * @param amount its money in the digits of its currency
 * @param currency ISO 4217
 * @param ifs what it rests on
 */
record ForeseenLine(String job, String kind, String subscription, String name, String id, String what,
		@Nullable String reason, @Nullable LocalDate on, @Nullable String amount, @Nullable String currency,
		List<String> ifs) {

	static ForeseenLine of(Foreseen item) {
		Foreseen.Thing thing = item.thing();
		Foreseen.Result result = item.result();
		Money amount = result.amount();
		return new ForeseenLine(item.job(), thing.kind().name(), thing.subscription(), thing.name(), thing.id(),
				result.what(), result.reason(), result.on(), (amount != null) ? amount.digits() : null,
				(amount != null) ? amount.currency().getCurrencyCode() : null,
				item.ifs().stream().map(Enum::name).sorted().toList());
	}

	/** One line for people. */
	String text() {
		StringBuilder text = new StringBuilder("%-8s  %-9s  %-30s  ".formatted(this.job, this.kind, this.subscription));
		String name = (this.name + " " + this.id).strip();
		text.append(name.isEmpty() ? "" : name + ": ").append(this.what);
		append(text, " ", this.reason);
		append(text, ", ", this.on);
		append(text, ", ", (this.amount != null) ? this.amount + " " + this.currency : null);
		append(text, "  ", this.ifs.isEmpty() ? null : String.join(" ", this.ifs));
		return text.toString();
	}

	private static void append(StringBuilder text, String between, @Nullable Object value) {
		if (value != null) {
			text.append(between).append(value);
		}
	}

}
