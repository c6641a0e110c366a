package dev.perennial.renewal.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.perennial.partner.Partner;
import dev.perennial.renewal.Answer;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.renewal.Purchase;
import dev.perennial.renewal.Requests;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.tax.VatAnswers;

/**
 * Works off requests one after another, so that the next one meets what the one before
 * left (rules 11.1, 11.6).
 */
public final class RequestDesk {

	private final Map<String, Dossier> facts;

	private final Asking asking;

	private final Set<String> answered;

	private final Tonight tonight;

	/**
	 * @param facts the subscriptions that are named, by id
	 * @param asking who asks
	 * @param answered the ids among the requests that were answered before
	 * @param tonight the night
	 */
	public RequestDesk(Map<String, Dossier> facts, Asking asking, Set<String> answered, Tonight tonight) {
		this.facts = new LinkedHashMap<>(facts);
		this.asking = asking;
		this.answered = new HashSet<>(answered);
		this.tonight = tonight;
	}

	/**
	 * Works off the next request.
	 * @return its answer, empty if one of this id was answered already: the one worked
	 * off first wins (rules 11.6)
	 */
	public Optional<Answer> workOff(PartnerRequest request) {
		if (this.answered.contains(request.id())) {
			return Optional.empty();
		}
		Answer answer = answer(request);
		Dossier after = answer.after();
		if (after != null) {
			this.facts.put(after.id(), after);
		}
		if (answer.isFinal()) {
			this.answered.add(request.id());
		}
		return Optional.of(answer);
	}

	/** The facts as they are now, bought subscriptions among them. */
	public Collection<Dossier> facts() {
		return this.facts.values();
	}

	private Answer answer(PartnerRequest request) {
		PartnerRequest.About about = request.about();
		Partner partner = this.asking.partners().get(about.partnerId());
		if (request.type() == Type.PURCHASE) {
			return Purchase.decide(request, partner,
					this.asking.evidence().getOrDefault(about.partnerId(), new Evidence(null, VatAnswers.NONE)),
					this.tonight);
		}
		return Requests.decide(request, this.facts.get(about.subscriptionId()), partner, this.tonight);
	}

	/**
	 * Who asks.
	 *
	 * @param partners the partners that are registered, by id
	 * @param evidence what was found out about them, by partner id
	 */
	public record Asking(Map<String, Partner> partners, Map<String, Evidence> evidence) {

	}

}
