package dev.perennial.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A notice to a partner.
 *
 * @param subject what it is about
 * @param code what it says
 * @param about to whom and of what
 * @param days when it may go out
 * @param progress how far it is
 * @param namedNet the net amount that a PRICE_CHANGE names (rules 5.3)
 */
public record Notice(Subject subject, NoticeCode code, About about, NoticeCode.Days days, NoticeProgress progress,
		@Nullable Money namedNet) {

	/** The first 16 hex digits of SHA-256 of its key (rules 11.8). */
	public String id() {
		try {
			byte[] key = (this.subject.text() + "|" + this.code + "|PARTNER").getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public NoticeState state() {
		return this.progress.state();
	}

	public Notice with(NoticeProgress progress) {
		return new Notice(this.subject, this.code, this.about, this.days, progress, this.namedNet);
	}

	/**
	 * To whom a notice goes, and what of.
	 *
	 * @param partnerId to whom
	 * @param subscriptionId of which subscription, empty for a refused purchase
	 * @param seq its term, {@code null} where it has none yet
	 * @param orderNumber its order, if it is about one
	 */
	public record About(String partnerId, String subscriptionId, @Nullable Integer seq, @Nullable String orderNumber) {

	}

}
