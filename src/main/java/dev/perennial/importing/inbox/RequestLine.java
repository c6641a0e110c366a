package dev.perennial.importing.inbox;

import dev.perennial.importing.row.Token;
import dev.perennial.subscription.PartnerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A line of a requests file. Whether what it names exists is an answer of the night, not
 * of the file.
 *
 * @param rowKey names the line, and sorts as requests are worked off
 * @param request what is asked for; its card is named by the line
 * @param token the gateway's token of that card
 * @param note what the partner wrote, without secrets
 */
record RequestLine(String rowKey, PartnerRequest request, @Nullable Token token, String note) {

}
