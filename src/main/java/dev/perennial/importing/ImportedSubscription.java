package dev.perennial.importing;

import java.time.LocalDate;

import dev.perennial.importing.row.Token;
import dev.perennial.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that is brought in from elsewhere (rules 2.4).
 *
 * @param subscription with its current term, of origin IMPORT
 * @param token the gateway's token of its card
 * @param autoRenew whether it renews by itself
 * @param noticeSentOn the day on which the renewal notice of the term was sent elsewhere
 * (rules 2.5)
 */
record ImportedSubscription(Subscription subscription, @Nullable Token token, boolean autoRenew,
		@Nullable LocalDate noticeSentOn) {

}
