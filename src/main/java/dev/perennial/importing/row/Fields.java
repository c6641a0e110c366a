package dev.perennial.importing.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.perennial.csv.BadRow;
import dev.perennial.csv.Row;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of one row. What is wrong is collected, so that a row is refused once,
 * for all its reasons.
 */
public final class Fields {

	private final Row row;

	private final List<Wrong> wrong = new ArrayList<>();

	Fields(Row row) {
		this.row = row;
	}

	public long line() {
		return this.row.line();
	}

	public String id(String column) {
		return openEnded(column, Values::id).orElse("");
	}

	public String optionalId(String column) {
		return isEmpty(column) ? "" : id(column);
	}

	public String text(String column, int longest) {
		refuseIf(isEmpty(column), column, "nothing stands here: expected a text");
		return optionalText(column, longest);
	}

	public String optionalText(String column, int longest) {
		return read(column, (value) -> Values.text(value, longest)).orElse("");
	}

	public String optionalEmail(String column) {
		return isEmpty(column) ? "" : openEnded(column, Values::email).orElse("");
	}

	public String optionalVatId(String column) {
		return isEmpty(column) ? "" : openEnded(column, Values::vatId).orElse("");
	}

	public String optionalLocale(String column) {
		return isEmpty(column) ? "" : openEnded(column, Values::locale).orElse("");
	}

	public String country(String column) {
		return read(column, Values::country).orElse("");
	}

	public @Nullable Currency currency(String column) {
		return read(column, Values::currency).orElse(null);
	}

	public String optionalCurrency(String column) {
		return isEmpty(column) ? "" : read(column, (value) -> Values.currency(value).getCurrencyCode()).orElse("");
	}

	public LocalDate date(String column) {
		return read(column, Values::date).orElse(LocalDate.EPOCH);
	}

	public @Nullable LocalDate optionalDate(String column) {
		return isEmpty(column) ? null : date(column);
	}

	public @Nullable LocalDate optionalMonthEnd(String column) {
		return isEmpty(column) ? null : read(column, Values::lastDayOfMonth).orElse(null);
	}

	public @Nullable Money amount(String column, @Nullable Currency currency) {
		return (currency != null) ? openEnded(column, (value) -> Values.amount(value, currency)).orElse(null) : null;
	}

	public @Nullable Token optionalToken(String column) {
		return isEmpty(column) ? null : openEnded(column, Values::token).orElse(null);
	}

	public <E extends Enum<E>> E word(String column, Class<E> words, boolean lower) {
		return read(column, (value) -> Words.word(value, words, lower)).orElse(words.getEnumConstants()[0]);
	}

	public boolean either(String column, String yes, String no) {
		return read(column, (value) -> Words.either(value, yes, no)).orElse(false);
	}

	public boolean isEmpty(String column) {
		return this.row.get(column).isEmpty();
	}

	/** Refuses the row for a reason that its values give only together. */
	public void refuseIf(boolean refused, String column, String reason) {
		if (refused) {
			this.wrong.add(new Wrong(column, reason));
		}
	}

	public boolean areGood() {
		return this.wrong.isEmpty();
	}

	/** Whether none of these columns was refused until now. */
	public boolean areGood(String... columns) {
		return this.wrong.stream().noneMatch((each) -> List.of(columns).contains(each.column()));
	}

	/** The refusal: the first column that is wrong, and all reasons. */
	BadRow bad() {
		Wrong first = this.wrong.get(0);
		String others = this.wrong.stream()
			.skip(1)
			.map((each) -> "; also %s: %s".formatted(each.column(), each.reason()))
			.collect(Collectors.joining());
		return new BadRow(this.row.line(), first.column(), first.reason() + others);
	}

	/** A value whose beginning would pass for it: it must be seen to be whole. */
	private <T> Optional<T> openEnded(String column, Function<String, T> reader) {
		Optional<T> value = read(column, reader);
		refuseIf(this.row.mayBeCutOffIn(column), column,
				"the file ends here without the end of a line: it may be cut off");
		return value;
	}

	private <T> Optional<T> read(String column, Function<String, T> reader) {
		try {
			return Optional.of(reader.apply(this.row.get(column)));
		}
		catch (BadValue ex) {
			this.wrong.add(new Wrong(column, String.valueOf(ex.getMessage())));
			return Optional.empty();
		}
	}

	private record Wrong(String column, String reason) {

	}

}
