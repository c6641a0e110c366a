package dev.perennial.preview.fold;

import java.util.List;

import dev.perennial.order.Order;
import dev.perennial.order.Quote;
import dev.perennial.renewal.Dealings;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.tax.VatEvidence;
import dev.perennial.vat.VatAnswer;

/**
 * The facts as the next reader of the rows would find them: what is of an earlier term is
 * not read again.
 */
final class Reread {

	private Reread() {
	}

	/** The facts as the next job of the same night reads them. */
	static Dossier inTheSameNight(Dossier dossier) {
		int seq = dossier.subscription().nextSeq() - 1;
		Dealings dealings = dossier.dealings();
		List<Order> orders = dealings.orders().stream().filter((order) -> order.placed().seq() >= seq).toList();
		Quote quote = dealings.quote();
		Dealings current = new Dealings((quote != null && quote.seq() == seq + 1) ? quote : null, orders, dealings
			.payments()
			.stream()
			.filter((payment) -> orders.stream().anyMatch((order) -> order.number().equals(payment.orderNumber())))
			.toList(), List.of(), dealings.outcomes());
		Dossier.Contract contract = new Dossier.Contract(dossier.subscription(), null, dossier.contract().window());
		return new Dossier(dossier.partner(), contract, dossier.instructions(), current, dossier.evidence(),
				dossier.notices()
					.stream()
					.filter((notice) -> notice.about().seq() != null && notice.about().seq() >= seq)
					.toList());
	}

	/**
	 * The facts as a later night reads them; the register, if it did not answer, does
	 * then.
	 */
	static Dossier inALaterNight(Dossier dossier) {
		Dossier current = inTheSameNight(dossier);
		Dealings dealings = current.dealings();
		VatEvidence known = current.evidence().vatId();
		VatAnswer answer = (known.answer() == VatAnswer.UNAVAILABLE) ? VatAnswer.VALID : known.answer();
		return new Dossier(current.partner(), current.contract(), current.instructions(),
				new Dealings(dealings.quote(), dealings.orders(), dealings.payments(), List.of(), List.of()),
				new Evidence(current.evidence().qualifiedOn(), new VatEvidence(answer, known.lastValidOn())),
				current.notices());
	}

}
