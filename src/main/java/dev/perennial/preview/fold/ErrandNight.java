package dev.perennial.preview.fold;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.perennial.notice.Notice;
import dev.perennial.order.Order;
import dev.perennial.renewal.Cancellation;
import dev.perennial.renewal.CardDunning;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Mailing;
import dev.perennial.renewal.Tonight;

/** What a person asked the night to do (rules 10.2, 11.3). */
record ErrandNight(NightLog log, Tonight tonight, Errands errands) {

	/** Ends the support requests that a person decided. */
	Dossier ended(Dossier dossier) {
		Dossier after = dossier;
		for (String request : this.errands.endings()) {
			after = this.log.told(Jobs.INTAKE, Cancellation.decide(after, request, this.tonight));
		}
		return after;
	}

	/** Takes the retries, which a run of one subscription leaves. */
	Dossier retried(Dossier dossier) {
		Dossier after = dossier;
		for (Order order : dossier.dealings().orders()) {
			if (this.errands.retries().contains(order.number())) {
				after = CardDunning.retried(after, order, this.tonight);
			}
		}
		for (Notice notice : dossier.notices()) {
			if (this.errands.retries().contains(notice.id())) {
				after = Mailing.again(notice, this.tonight).map(after::with).orElse(after);
			}
		}
		Map<String, Notice> again = new LinkedHashMap<>();
		for (Notice notice : this.log.beside().values()) {
			if (this.errands.retries().contains(notice.id())) {
				Mailing.again(notice, this.tonight).ifPresent((one) -> again.put(one.id(), one));
			}
		}
		this.log.beside().putAll(again);
		return after;
	}

}
