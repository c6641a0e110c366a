package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.money.Money;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeState;
import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Amounts;
import dev.perennial.order.Quote;
import dev.perennial.partner.Partner;
import dev.perennial.subscription.Subscription.Product;
import dev.perennial.tax.Tax;
import dev.perennial.tax.TaxDecision;
import dev.perennial.vat.VatAnswer;

/** What a term costs (rules 5). */
public final class Pricing {

	private Pricing() {
	}

	/**
	 * The net list price of the day on which a term starts (rules 5.2).
	 * @throws PriceMissing if there is none (rules 5.6)
	 */
	public static Money listed(Product product, LocalDate firstDay, Tonight tonight) {
		return tonight.catalogue().prices().netOn(product.offer(), product.currency(), firstDay);
	}

	/** As {@link #listed}, but empty where there is no price. */
	public static Optional<Money> ifListed(Product product, LocalDate firstDay, Tonight tonight) {
		return tonight.catalogue().prices().find(product.offer(), product.currency(), firstDay);
	}

	/**
	 * The tax of a term (rules 5.4, 5.5).
	 * @return treatment and rate, or that it is unavailable
	 */
	public static TaxDecision tax(Partner partner, Evidence evidence, LocalDate firstDay, Tonight tonight) {
		VatAnswer answer = evidence.vatId().on(tonight.date(), tonight.policy().renewal().vatAnswerValidDays());
		return tonight.catalogue().tax().decide(buyer(partner), answer, firstDay);
	}

	/** Whether the tax of a partner depends on a check of its VAT id. */
	public static boolean dependsOnVatId(Partner partner, Tonight tonight) {
		return tonight.catalogue().tax().dependsOnVatId(buyer(partner));
	}

	/**
	 * The highest net that may be charged automatically: the quote, or the amount of a
	 * price change that was sent in time (rules 5.3).
	 */
	public static Money cap(Dossier dossier, Quote quote, Tonight tonight) {
		LocalDate latest = tonight.date().minusDays(tonight.policy().notice().priceChangeLeadDays());
		return dossier.termNotice(NoticeCode.PRICE_CHANGE)
			.filter((notice) -> notice.state() == NoticeState.SENT)
			.filter((notice) -> notice.progress().sentOn() != null && !notice.progress().sentOn().isAfter(latest))
			.flatMap((notice) -> Optional.ofNullable(notice.namedNet()))
			.orElse(quote.amounts().net());
	}

	/** The smaller of list price and cap (rules 5.3). */
	public static Amounts capped(Dossier dossier, Money listed, TaxDecision.Taxed tax, Tonight tonight) {
		Quote quote = dossier.dealings().quote();
		Money net = listed;
		if (quote != null) {
			Money cap = cap(dossier, quote, tonight);
			net = (listed.compareTo(cap) <= 0) ? listed : cap;
		}
		return new Amounts(net, tax.treatment(), tax.rate());
	}

	private static Tax.Buyer buyer(Partner partner) {
		return new Tax.Buyer(partner.address().country(), partner.vatId().isEmpty() ? null : partner.vatId());
	}

}
