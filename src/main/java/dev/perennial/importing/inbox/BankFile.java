package dev.perennial.importing.inbox;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.csv.Masked;
import dev.perennial.importing.row.Fields;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/** The rows of {@code bank-*.csv}. */
final class BankFile {

	static final List<String> COLUMNS = List.of("entry_id", "booked_on", "amount", "currency", "reference", "payer");

	private final RowKeys keys;

	BankFile(RowKeys keys) {
		this.keys = keys;
	}

	/**
	 * Reads a row; {@code null} if its amount is refused.
	 */
	@Nullable BankLine read(Fields fields) {
		String entryId = fields.id("entry_id");
		LocalDate bookedOn = fields.date("booked_on");
		@Nullable Money amount = fields.amount("amount", fields.currency("currency"));
		BankLine.Remittance remittance = new BankLine.Remittance(text(fields, "reference"), text(fields, "payer"));
		return (amount != null)
				? new BankLine(this.keys.of(bookedOn, fields.line()), entryId, bookedOn, amount, remittance) : null;
	}

	/** What a stranger wrote, and may have written a card number into (rules 11.9). */
	private static String text(Fields fields, String column) {
		return Masked.secrets(fields.optionalText(column, 200));
	}

}
