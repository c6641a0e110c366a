package dev.perennial.importing.inbox;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.csv.Masked;
import dev.perennial.importing.row.Fields;
import dev.perennial.importing.row.Token;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** The rows of {@code requests-*.csv}. */
final class RequestFile {

	static final List<String> COLUMNS = List.of("request_id", "submitted_on", "type", "subscription_id", "partner_id",
			"offer", "currency", "payment_method", "card_token", "card_expires", "note");

	/** A bought subscription is named {@code P-} and the request id (rules 11.8). */
	private static final int LONGEST_ID_OF_A_PURCHASE = 38;

	private final RowKeys keys;

	RequestFile(RowKeys keys) {
		this.keys = keys;
	}

	RequestLine read(Fields fields) {
		String id = fields.id("request_id");
		LocalDate submittedOn = fields.date("submitted_on");
		String rowKey = this.keys.of(submittedOn, fields.line());
		PartnerRequest.Type type = fields.word("type", PartnerRequest.Type.class, false);
		PartnerRequest.About about = new PartnerRequest.About(fields.optionalId("subscription_id"),
				fields.optionalId("partner_id"), fields.optionalId("offer"), fields.optionalCurrency("currency"));
		if (fields.areGood("type") && type == PartnerRequest.Type.PURCHASE) {
			checkPurchase(fields, id);
		}
		@Nullable PaymentMethod method = fields.isEmpty("payment_method") ? null
				: fields.word("payment_method", PaymentMethod.class, true);
		@Nullable Token token = token(fields, method);
		@Nullable LocalDate expiresOn = fields.optionalMonthEnd("card_expires");
		@Nullable Card card = (token != null) ? new Card("REQUEST/" + rowKey, expiresOn) : null;
		String note = Masked.secrets(fields.optionalText("note", 1000));
		return new RequestLine(rowKey, new PartnerRequest(id, submittedOn, type, about, method, card), token, note);
	}

	/** Where it is paid by transfer a token is not needed, and not kept. */
	private static @Nullable Token token(Fields fields, @Nullable PaymentMethod method) {
		@Nullable Token token = fields.optionalToken("card_token");
		return (method != PaymentMethod.TRANSFER) ? token : null;
	}

	private static void checkPurchase(Fields fields, String requestId) {
		fields.refuseIf(requestId.length() > LONGEST_ID_OF_A_PURCHASE, "request_id",
				"the id of a PURCHASE names the new subscription: expected at most %d characters"
					.formatted(LONGEST_ID_OF_A_PURCHASE));
		fields.refuseIf(!fields.isEmpty("subscription_id"), "subscription_id",
				"a PURCHASE names no subscription: expected nothing, or another type");
		fields.refuseIf(fields.isEmpty("currency"), "currency",
				"a PURCHASE needs a currency: expected an ISO 4217 code such as EUR");
	}

}
