package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import dev.perennial.demo.sample.SampleCase.Copy;

/**
 * A subscription of the sample: one copy of a case.
 *
 * @param id its id
 * @param of the case
 * @param copy which copy of it
 * @param term the current term
 * @param number tells it apart from all others
 */
record SampleSubscription(String id, SampleCase of, Copy copy, TermOfAnchor term, int number) {

	static final String HEADER = "subscription_id,partner_id,offer,currency,anchor,starts_on,ends_on,auto_renew,"
			+ "payment_method,card_token,card_expires,renewal_notice_sent_on";

	static SampleSubscription of(SampleCase of, Copy copy, LocalDate day, int number) {
		TermOfAnchor term = of.terms().isFeb29() ? TermOfAnchor.of29FebruaryAround(day)
				: TermOfAnchor.ending(day.plusDays(copy.ends()), 1 + number % 4);
		return new SampleSubscription(of.id() + copy.suffix(), of, copy, term, number);
	}

	/** The same in another repetition of the whole mix. */
	SampleSubscription repeated(int round, int size) {
		return (round == 0) ? this : new SampleSubscription(this.id + "-R" + round, this.of, this.copy, this.term,
				this.number + round * size);
	}

	String partnerId() {
		return this.id.replaceFirst("^SUB", "PT");
	}

	boolean isPaidByTransfer() {
		return this.of.terms().pays().equals("transfer");
	}

	/** The row of subscriptions.csv in an import on a day. */
	List<String> row(LocalDate day) {
		SampleCase.Terms terms = this.of.terms();
		return List.of(this.id, partnerId(), terms.offer(), terms.currency(), this.term.anchor().toString(),
				this.term.startsOn().toString(), this.term.endsOn().toString(), terms.renews(),
				isPaidByTransfer() ? "transfer" : "card", isPaidByTransfer() ? "" : terms.pays(),
				isPaidByTransfer() ? "" : cardExpires(day).toString(), noticeSentOn(day));
	}

	private YearMonth cardExpires(LocalDate day) {
		String until = this.of.buyer().value("until");
		return until.isEmpty() ? YearMonth.from(day).plusMonths(27 + this.number % 20)
				: YearMonth.from(this.term.endsOn()).plusMonths(Integer.parseInt(until));
	}

	private String noticeSentOn(LocalDate day) {
		String notice = this.of.terms().notice();
		if (notice.equals("-") || this.of.terms().isFeb29()) {
			return "";
		}
		LocalDate sentOn = this.term.endsOn().plusDays(Integer.parseInt(notice));
		return sentOn.isBefore(day) ? sentOn.toString() : "";
	}

}
