package dev.perennial.job.notices;

import dev.perennial.dossier.AskVatRegister;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.NewPriceList;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.mail.DeliveryJournal;
import dev.perennial.mail.MailConnections;
import dev.perennial.mail.MailSettings;
import dev.perennial.mail.SendingRight;
import dev.perennial.mail.text.MailText;
import dev.perennial.notice.Notices;
import dev.perennial.order.OrderMoney;
import dev.perennial.partner.Partners;
import dev.perennial.subscription.Subscriptions;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatIds;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.Pace;
import dev.perennial.work.RateLimiter;
import dev.perennial.work.engine.LeaseUnsure;
import dev.perennial.work.lease.Lease;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job {@code notices}. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {

	/**
	 * Whose price this night may quote for the first time: before the last day of
	 * RENEWAL_NOTICE_LATE.
	 */
	private static final String QUOTED = """
			SELECT s.partner_id
			  FROM subscription s
			  LEFT JOIN quote q ON q.subscription_id = s.subscription_id AND q.seq = s.term_seq + 1
			 WHERE s.look_on <= :date AND s.state IN ('ACTIVE', 'IN_WINDOW') AND q.seq IS NULL
			   AND s.term_ends_on <= :date + INTERVAL 42 DAY AND s.term_ends_on >= :date - INTERVAL 15 DAY
			   AND (:scope = '' OR s.subscription_id = :scope)
			""";

	@Bean
	NightlyJob notices(AskVatRegister askAboutQuotes, RecordLateImports recordLateImports, PlanNotices planNotices,
			PlanRefusals planRefusals, MailSteps mailSteps) {
		return NightlyJob.of("notices", askAboutQuotes, recordLateImports, planNotices, planRefusals, mailSteps.first(),
				mailSteps.again());
	}

	@Bean
	AskVatRegister askAboutQuotes(VatIds register, VatAnswers answers, Rulebooks rulebooks) {
		return new AskVatRegister(register, answers, rulebooks, QUOTED);
	}

	@Bean
	PlanNotices planNotices(Dossiers dossiers, Rulebooks rulebooks, JdbcTemplate jdbc) {
		return new PlanNotices(dossiers, rulebooks, new Subscriptions(jdbc), new NewPriceList(JdbcClient.create(jdbc)));
	}

	@Bean
	RecordLateImports recordLateImports(JdbcTemplate jdbc) {
		return new RecordLateImports(JdbcClient.create(jdbc), new Notices(jdbc));
	}

	@Bean
	PlanRefusals planRefusals(JdbcTemplate jdbc, Rulebooks rulebooks) {
		return new PlanRefusals(JdbcClient.create(jdbc), new Notices(jdbc), rulebooks);
	}

	/** What is refused for now is tried again at the end of the night (rules 8.3). */
	@Bean
	MailSteps mailSteps(MailClaims claims, MailConnections connections, MailSettings settings, JdbcTemplate jdbc) {
		Pace pace = Pace.oneEach(settings.connections(), RateLimiter.unlimited());
		MailResults results = new MailResults(jdbc);
		return new MailSteps(new SendMails(SendMails.Round.FIRST, claims, results, connections, pace),
				new SendMails(SendMails.Round.AGAIN, claims, results, connections, pace));
	}

	@Bean
	MailClaims mailClaims(JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks, MailText text, Senders senders) {
		JdbcClient client = JdbcClient.create(jdbc);
		SendableNotices notices = new SendableNotices(client, new Partners(client));
		LetterRows rows = new LetterRows(client, new LetterInvoices(client, new OrderMoney(jdbc)));
		return new MailClaims(notices, new FactsAhead(notices, dossiers, rows), rulebooks, new Letters(text), senders);
	}

	@Bean
	AmbiguousNotices ambiguousNotices(JdbcClient jdbc) {
		return new AmbiguousNotices(jdbc);
	}

	/** One call of the engine is up to three dialogues, with the lease asked for each. */
	@Bean
	SendingRight sendingRight(Lease lease) {
		return () -> {
			if (!lease.sure()) {
				throw new LeaseUnsure();
			}
		};
	}

	@Bean
	Senders senders(MailSettings settings, DeliveryJournal journal) {
		return new Senders(settings, journal);
	}

	/** The two rounds of mails of a night. */
	record MailSteps(SendMails first, SendMails again) {

	}

}
