package dev.perennial.invoice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;

import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.subscription.TermDates;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note with everything that article 226 of Directive 2006/112/EC
 * asks for (rules 9.4): it never changes once it is issued.
 *
 * @param name its number
 * @param dates issue and due date
 * @param order the order that it is of, with term and amounts
 * @param parties seller and buyer as they were on the issue date
 * @param lines what is invoiced
 * @param texts what else it says
 */
public record Document(Name name, Dates dates, Order order, Parties parties, List<Line> lines, Texts texts) {

	public Document {
		lines = List.copyOf(lines);
	}

	public String number() {
		return DocumentType.number(this.name.series(), this.name.number());
	}

	public Amounts amounts() {
		return this.order.amounts();
	}

	/** SHA-256 of all that it says, in UTF-8, each fact on a line of its own. */
	public String contentSha256() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(content().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String content() {
		TermDates term = this.order.placed().term().dates();
		StringJoiner content = new StringJoiner("\n");
		content.add(this.name.type().name()).add(number());
		content.add(this.dates.issueDate().toString()).add(this.dates.dueDate().toString());
		content.add(this.order.number()).add(term.startsOn().toString()).add(term.endsOn().toString());
		Stream.of(this.parties.seller(), this.parties.buyer())
			.forEach((party) -> content.add(party.name()).add(party.vatId()).add(party.country()).add(party.address()));
		content.add(this.parties.partnerId()).add(this.texts.offer());
		for (Line line : this.lines) {
			content.add(line.description()).add(String.valueOf(line.quantity())).add(text(line.amounts()));
		}
		content.add(text(amounts())).add(this.texts.mention());
		content.add(Objects.requireNonNullElse(this.texts.correctsNumber(), ""));
		return content.toString();
	}

	private static String text(Amounts amounts) {
		return String.join("\n", amounts.net().currency().getCurrencyCode(), String.valueOf(amounts.net().units()),
				String.valueOf(amounts.rate().basisPoints()), String.valueOf(amounts.tax().units()),
				String.valueOf(amounts.gross().units()), amounts.treatment().name());
	}

	/**
	 * What a document is called.
	 *
	 * @param type what it is
	 * @param series its series
	 * @param number its number in the series, from 1 without a gap
	 */
	public record Name(DocumentType type, String series, long number) {

	}

	/**
	 * The dates of a document.
	 *
	 * @param issueDate the business date of the night that issued it (rules 9.2)
	 * @param dueDate when it is to be paid
	 */
	public record Dates(LocalDate issueDate, LocalDate dueDate) {

	}

	/**
	 * Who sells and who buys.
	 *
	 * @param partnerId the buyer's id
	 */
	public record Parties(Party seller, Party buyer, String partnerId) {

	}

	/**
	 * A line.
	 *
	 * @param description what was sold
	 * @param quantity how many
	 * @param amounts net, rate and tax of the line; one unit costs its net
	 */
	public record Line(String description, int quantity, Amounts amounts) {

	}

	/**
	 * What else a document says.
	 *
	 * @param offer the code of the offer
	 * @param mention the reverse charge, or that the tax differs from the quoted one;
	 * empty if there is nothing to mention
	 * @param correctsNumber the invoice that a credit note corrects
	 */
	public record Texts(String offer, String mention, @Nullable String correctsNumber) {

	}

}
