package dev.perennial.importing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.perennial.importing.row.Cards;
import dev.perennial.importing.row.Token;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.notice.NoticeState;
import dev.perennial.notice.Notices;
import dev.perennial.notice.Subject;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscriptions;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.Wishes;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes imported subscriptions with all that belongs to them (rules 2.4, 2.5). */
final class ImportedSubscriptions {

	/** Why a notice is SENT that no mail of ours was. */
	private static final String IMPORTED = "IMPORTED";

	private final JdbcTemplate jdbc;

	private final Quoting quoting;

	private final LocalDate day;

	ImportedSubscriptions(JdbcTemplate jdbc, Quoting quoting, LocalDate day) {
		this.jdbc = jdbc;
		this.quoting = quoting;
		this.day = day;
	}

	void save(List<ImportedSubscription> imported) {
		new Cards(this.jdbc).add(imported.stream().flatMap(ImportedSubscriptions::card).toList());
		Subscriptions subscriptions = new Subscriptions(this.jdbc);
		subscriptions.add(imported.stream().map(ImportedSubscription::subscription).toList(), this.day);
		subscriptions.addTerms(terms(imported), this.day);
		new Wishes(this.jdbc).switchOff(imported.stream()
			.filter((each) -> !each.autoRenew())
			.map((each) -> Map.entry(each.subscription().id(),
					new AutoRenewOff(0, this.day, this.day, AutoRenewOff.Cause.IMPORT)))
			.toList());
		List<Notice> notices = imported.stream().flatMap(this::noticeSent).toList();
		new Notices(this.jdbc).add(notices);
		this.quoting.freeze(notices.stream().map((notice) -> notice.about().subscriptionId()).toList(), this.day);
	}

	private static Stream<Cards.GivenCard> card(ImportedSubscription imported) {
		Card card = imported.subscription().paying().card();
		Token token = imported.token();
		return (card != null && token != null) ? Stream.of(new Cards.GivenCard(card, token)) : Stream.empty();
	}

	private static Map<String, Term> terms(List<ImportedSubscription> imported) {
		Map<String, Term> terms = new LinkedHashMap<>();
		imported.forEach((each) -> terms.put(each.subscription().id(), each.subscription().currentTerm()));
		return terms;
	}

	/**
	 * The notice that was sent elsewhere. No night changed its state: it is dated before
	 * the first one that can report it.
	 */
	private Stream<Notice> noticeSent(ImportedSubscription imported) {
		LocalDate sentOn = imported.noticeSentOn();
		if (sentOn == null) {
			return Stream.empty();
		}
		Subscription subscription = imported.subscription();
		Term term = subscription.currentTerm();
		LocalDate before = this.day.minusDays(1);
		return Stream.of(new Notice(Subject.ofTerm(subscription.id(), term.startsOn()), NoticeCode.RENEWAL_NOTICE,
				new Notice.About(subscription.partnerId(), subscription.id(), term.seq(), null),
				NoticeCode.RENEWAL_NOTICE.daysAround(term.endsOn()),
				new NoticeProgress(NoticeState.SENT, IMPORTED, before, before, sentOn), null));
	}

}
