package dev.perennial.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.service.PaymentIntentService;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Looks charges up by merchant reference in the gateway's list, read page by page over
 * the time in which they can have been made. The list is complete at once; search would
 * be one call a charge, but lags, so that "not there" would prove nothing: it is not
 * used.
 */
class LookUps {

	/** What the clocks here and at the gateway may differ by. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

	private static final long PAGE = 100;

	private final PaymentIntentService intents;

	private final Refunds refunds;

	private final Duration keyRetention;

	LookUps(PaymentIntentService intents, Refunds refunds, Duration keyRetention) {
		this.intents = intents;
		this.refunds = refunds;
		this.keyRetention = keyRetention;
	}

	Map<String, LookedUp> lookUp(Map<String, Instant> calledAt) {
		if (calledAt.isEmpty()) {
			return Map.of();
		}
		Map<String, LookedUp> found = new HashMap<>();
		LookedUp otherwise = new LookedUp.NotFound();
		try {
			read(calledAt, found);
		}
		catch (StripeException ex) {
			Answers.throwIfRefused(ex, "look-up");
			otherwise = new LookedUp.Unanswered(Answers.why(ex));
		}
		catch (RuntimeException ex) {
			otherwise = new LookedUp.Unanswered("unreadable answer: " + ex.getClass().getSimpleName());
		}
		if (otherwise instanceof LookedUp.Unanswered) {
			// What was not read may say more about what was.
			found.clear();
		}
		for (String reference : calledAt.keySet()) {
			found.putIfAbsent(reference, otherwise);
		}
		return found;
	}

	private void read(Map<String, Instant> calledAt, Map<String, LookedUp> found) throws StripeException {
		PaymentIntentListParams.Created time = time(calledAt);
		String after = null;
		boolean more = true;
		while (more) {
			StripeCollection<PaymentIntent> page = this.intents.list(page(time, after));
			for (PaymentIntent intent : page.getData()) {
				note(intent, calledAt, found);
				after = intent.getId();
			}
			more = page.getHasMore() && !page.getData().isEmpty();
		}
	}

	/** A call may have been sent again until its key was too old. */
	private PaymentIntentListParams.Created time(Map<String, Instant> calledAt) {
		Instant first = Collections.min(calledAt.values());
		Instant last = Collections.max(calledAt.values()).plus(this.keyRetention);
		return PaymentIntentListParams.Created.builder()
			.setGte(first.minus(CLOCKS_DIFFER).getEpochSecond())
			.setLte(last.plus(CLOCKS_DIFFER).getEpochSecond())
			.build();
	}

	private static PaymentIntentListParams page(PaymentIntentListParams.Created time, @Nullable String after) {
		PaymentIntentListParams.Builder page = PaymentIntentListParams.builder().setCreated(time).setLimit(PAGE);
		return (after == null) ? page.build() : page.setStartingAfter(after).build();
	}

	private void note(PaymentIntent intent, Map<String, Instant> calledAt, Map<String, LookedUp> found)
			throws StripeException {
		String reference = metadata(intent, CardGateway.MERCHANT_REFERENCE);
		if (!calledAt.containsKey(reference) || neverTried(intent)) {
			return;
		}
		LookedUp.Found one = found(intent);
		LookedUp known = found.get(reference);
		if (!(known instanceof LookedUp.Found other) || weight(one) >= weight(other)) {
			found.put(reference, one);
		}
	}

	/** Money that is there outweighs what may yet come, and that what is gone. */
	private static int weight(LookedUp.Found found) {
		if (found.nothingIsLeft()) {
			return 0;
		}
		return (found.answer().outcome() == Outcome.SUCCEEDED) ? 2 : 1;
	}

	private LookedUp.Found found(PaymentIntent intent) throws StripeException {
		ChargeAnswer answer = Answers.of(intent);
		Currency currency = Currency.getInstance(intent.getCurrency().toUpperCase(Locale.ROOT));
		long givenBack = (answer.outcome() == Outcome.SUCCEEDED) ? this.refunds.givenBack(intent.getId()) : 0;
		return new LookedUp.Found(answer, new Money(intent.getAmount(), currency), new Money(givenBack, currency),
				metadata(intent, CardGateway.SUBSCRIPTION), intent.getId());
	}

	/** Others may charge over the same account, without our metadata or any. */
	private static String metadata(PaymentIntent intent, String key) {
		return (intent.getMetadata() == null) ? "" : intent.getMetadata().getOrDefault(key, "");
	}

	/** Created, but its card was never asked: no charge, and nobody will confirm it. */
	private static boolean neverTried(PaymentIntent intent) {
		return "requires_confirmation".equals(intent.getStatus())
				|| ("requires_payment_method".equals(intent.getStatus()) && intent.getLastPaymentError() == null);
	}

}
