package dev.perennial.dossier.waiting;

import dev.perennial.subscription.PartnerRequest;

/**
 * A request as it lies in the database.
 *
 * @param rowKey names the line it was read from, and sorts as it is worked off
 * @param request what is asked
 */
public record StoredRequest(String rowKey, PartnerRequest request) {

}
