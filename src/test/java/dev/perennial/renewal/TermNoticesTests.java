package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeState;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Paying;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.byCard;
import static dev.perennial.renewal.Membership.night;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which notices about a term a night plans, and which it misses (rules 8.1, 8.2). E is
 * 2026-06-22.
 */
class TermNoticesTests {

	/** Rules 8.1: E-42 .. E-30 is 2026-05-11 .. 2026-05-23. */
	@ParameterizedTest
	@CsvSource({ "2026-05-10, ", "2026-05-11, PLANNED", "2026-05-23, PLANNED" })
	void plansTheRenewalNoticeInsideItsDays(String date, NoticeState state) {
		assertThat(state(decide(byCard(), date), NoticeCode.RENEWAL_NOTICE)).isEqualTo(state);
	}

	/** Rules 8.1, 3.2: the days of each notice of a term that is OFF. */
	@ParameterizedTest
	@CsvSource({ "2026-05-22, ", "2026-05-23, EXPIRY_NOTICE", "2026-06-14, EXPIRY_NOTICE",
			"2026-06-15, EXPIRY_NOTICE_2", "2026-06-21, EXPIRY_NOTICE_2", "2026-06-22, EXPIRY_NOTICE_3" })
	void announcesTheEndOfATermThatIsOff(String date, NoticeCode code) {
		List<NoticeCode> planned = decide(Membership.off(byCard()), date).notices().stream().map(Notice::code).toList();
		assertThat(planned).isEqualTo((code == null) ? List.of() : List.of(code));
	}

	/**
	 * Rules 5.2: the night that plans the first notice freezes the price of the first
	 * day.
	 */
	@Test
	void freezesThePriceWithTheFirstNotice() {
		Dossier noticed = decide(byCard(), "2026-05-11");
		assertThat(Objects.requireNonNull(noticed.dealings().quote()).amounts().net())
			.isEqualTo(Membership.euros("425.00"));
	}

	/**
	 * Rules 8.1: once, naming the new amount; E is 2026-09-08, the list rises on
	 * 2026-09-01.
	 */
	@Test
	void namesTheNewPriceOnce() {
		Dossier quoted = Membership.noticed(
				Membership.quoted(Membership.of(PaymentMethod.CARD, "ACTION_PACK", "EUR", "2025-09-09"), "425.00"),
				"2026-07-28");
		Dossier told = decide(quoted, "2026-08-18");
		Notice change = told.termNotice(NoticeCode.PRICE_CHANGE).orElseThrow();
		Money named = change.namedNet();
		assertThat(named).isEqualTo(Membership.euros("439.00"));
		assertThat(decide(told, "2026-08-19")).isEqualTo(told);
		assertThat(decide(quoted, "2026-08-17").termNotice(NoticeCode.PRICE_CHANGE)).isEmpty();
		assertThat(decide(quoted, "2026-09-01").termNotice(NoticeCode.PRICE_CHANGE)).isEmpty();
	}

	/** Rules 8.1: the last day of the card's month is before E+30, 2026-07-22. */
	@ParameterizedTest
	@CsvSource({ "2026-06-30, PLANNED", "2026-07-31, " })
	void warnsOfACardThatEndsBeforeTheWindow(LocalDate expiresOn, NoticeState state) {
		Subscription subscription = byCard().subscription();
		Dossier expiring = byCard().with(subscription
			.with(new Paying(PaymentMethod.CARD, new Card("old", expiresOn), LocalDate.of(2025, 6, 23))));
		assertThat(state(decide(expiring, "2026-05-23"), NoticeCode.CARD_EXPIRES)).isEqualTo(state);
	}

	/**
	 * Rules 8.2: a held notice is not planned, and MISSED in the first night after its
	 * last day.
	 */
	@Test
	void missesWhatACancellationHeld() {
		Dossier cancelling = Membership.held(byCard(), HoldReason.CANCEL_REQUEST_OPEN);
		assertThat(decide(cancelling, "2026-05-23").notices()).isEmpty();
		Notice missed = decide(cancelling, "2026-05-24").termNotice(NoticeCode.RENEWAL_NOTICE).orElseThrow();
		assertThat(missed.progress().reason()).isEqualTo("CANCEL_REQUEST_OPEN");
		assertThat(decide(cancelling, "2026-05-25").termNotice(NoticeCode.RENEWAL_NOTICE)).isEmpty();
	}

	/** Rules 1.7: NIGHT_LATE goes before every other reason. */
	@Test
	void missesWhatALateNightCannotSay() {
		assertThat(missedIn(byCard(), "2026-05-20", "2026-05-24")).isEqualTo("NIGHT_LATE");
		Dossier cancelling = Membership.held(byCard(), HoldReason.CANCEL_REQUEST_OPEN);
		assertThat(missedIn(cancelling, "2026-05-24", "2026-05-25")).isEqualTo("NIGHT_LATE");
		assertThat(TermNotices.decide(byCard(), night("2026-05-20", "2026-05-23")).after().notices())
			.extracting(Notice::state)
			.containsExactly(NoticeState.PLANNED);
	}

	/** Rules 8.1: LATE where RENEWAL_NOTICE was missed and the renewal is not claimed. */
	@Test
	void saysLateWhatWasMissed() {
		Dossier missed = TermNotices.decide(byCard(), night("2026-05-20", "2026-05-24")).after();
		assertThat(state(decide(missed, "2026-05-24"), NoticeCode.RENEWAL_NOTICE_LATE)).isEqualTo(NoticeState.PLANNED);
	}

	/**
	 * Rules 2.4: the pre-expiry notice of the flag with which the term came, and no
	 * other.
	 */
	@Test
	void recordsTheMissedNoticeOfALateImport() {
		LocalDate imported = LocalDate.of(2026, 6, 20);
		Subscription subscription = byCard().subscription();
		Dossier late = byCard().with(new Subscription(subscription.id(), subscription.partnerId(),
				subscription.product(), imported, subscription.standing(), subscription.paying(), subscription.term()));
		Dossier switched = late.with(late.instructions().with(new AutoRenewOff(0, imported, imported, Cause.REQUEST)));
		assertThat(decide(switched, "2026-06-20").termNotice(NoticeCode.RENEWAL_NOTICE).orElseThrow().progress())
			.satisfies((progress) -> assertThat(progress.reason()).isEqualTo("IMPORTED_LATE"));
		assertThat(decide(switched, "2026-06-20").termNotice(NoticeCode.EXPIRY_NOTICE)).isEmpty();
		Dossier cameOff = late.with(late.instructions().with(new AutoRenewOff(0, imported, imported, Cause.IMPORT)));
		assertThat(state(decide(cameOff, "2026-06-20"), NoticeCode.EXPIRY_NOTICE)).isEqualTo(NoticeState.MISSED);
		assertThat(decide(cameOff, "2026-06-20").termNotice(NoticeCode.RENEWAL_NOTICE)).isEmpty();
	}

	/** Rules 5.6: only what names a price waits for it. */
	@Test
	void sendsWhatNamesNoPriceThoughOneIsMissing() {
		Dossier gold = Membership.off(Membership.of(PaymentMethod.CARD, "GOLD", "KWD", "2025-06-23"));
		assertThat(state(decide(gold, "2026-05-23"), NoticeCode.EXPIRY_NOTICE)).isEqualTo(NoticeState.PLANNED);
		Dossier on = Membership.of(PaymentMethod.CARD, "GOLD", "KWD", "2025-06-23");
		assertThat(TermNotices.decide(on, night("2026-05-11")).decided()).isEqualTo(Verdict.Decided.PARKED);
		assertThat(missedIn(on, "2026-05-24", "2026-05-24")).isEqualTo("PRICE_MISSING");
	}

	private static Dossier decide(Dossier dossier, String date) {
		return TermNotices.decide(dossier, night(date)).after();
	}

	private static String missedIn(Dossier dossier, String date, String today) {
		Notice notice = TermNotices.decide(dossier, night(date, today))
			.after()
			.termNotice(NoticeCode.RENEWAL_NOTICE)
			.orElseThrow();
		assertThat(notice.state()).isEqualTo(NoticeState.MISSED);
		return String.valueOf(notice.progress().reason());
	}

	private static @Nullable NoticeState state(Dossier dossier, NoticeCode code) {
		return dossier.termNotice(code).map(Notice::state).orElse(null);
	}

}
