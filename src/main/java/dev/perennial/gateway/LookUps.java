package dev.perennial.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.service.PaymentIntentService;
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

	private final Duration keyRetention;

	LookUps(PaymentIntentService intents, Duration keyRetention) {
		this.intents = intents;
		this.keyRetention = keyRetention;
	}

	Map<String, LookedUp> lookUp(Map<String, Instant> calledAt) {
		Map<String, LookedUp> found = new HashMap<>();
		if (calledAt.isEmpty()) {
			return found;
		}
		LookedUp otherwise = read(calledAt, found);
		calledAt.keySet().forEach((reference) -> found.putIfAbsent(reference, otherwise));
		return found;
	}

	/** Reads the list and returns what holds for those that are not in it. */
	private LookedUp read(Map<String, Instant> calledAt, Map<String, LookedUp> found) {
		PaymentIntentListParams.Created time = time(calledAt);
		String after = null;
		try {
			while (true) {
				StripeCollection<PaymentIntent> page = this.intents.list(page(time, after));
				List<PaymentIntent> intents = page.getData();
				intents.forEach((intent) -> note(intent, calledAt, found));
				if (!page.getHasMore() || intents.isEmpty()) {
					return new LookedUp.NotFound();
				}
				after = intents.get(intents.size() - 1).getId();
			}
		}
		catch (StripeException ex) {
			Answers.throwIfRefused(ex, "look-up");
			return new LookedUp.Unanswered(Answers.why(ex));
		}
		catch (RuntimeException ex) {
			return new LookedUp.Unanswered("unreadable answer: " + ex.getClass().getSimpleName());
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

	private static void note(PaymentIntent intent, Map<String, Instant> calledAt, Map<String, LookedUp> found) {
		String reference = metadata(intent, CardGateway.MERCHANT_REFERENCE);
		if (!calledAt.containsKey(reference) || neverTried(intent)) {
			return;
		}
		ChargeAnswer answer = Answers.of(intent);
		if (answer.outcome() == ChargeAnswer.Outcome.SUCCEEDED || !found.containsKey(reference)) {
			found.put(reference, new LookedUp.Found(answer, amount(intent), metadata(intent, CardGateway.SUBSCRIPTION),
					intent.getId()));
		}
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

	private static Money amount(PaymentIntent intent) {
		return new Money(intent.getAmount(), Currency.getInstance(intent.getCurrency().toUpperCase(Locale.ROOT)));
	}

}
