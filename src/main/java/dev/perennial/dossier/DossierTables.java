package dev.perennial.dossier;

import dev.perennial.invoice.Allocations;
import dev.perennial.notice.Notices;
import dev.perennial.order.OrderMoney;
import dev.perennial.order.Orders;
import dev.perennial.order.Outcomes;
import dev.perennial.partner.Partners;
import dev.perennial.partner.Qualifications;
import dev.perennial.subscription.RenewalWindows;
import dev.perennial.subscription.Subscriptions;
import dev.perennial.subscription.Wishes;
import dev.perennial.tax.VatAnswers;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repositories that together hold the facts of a subscription. */
record DossierTables(Partners partners, Qualifications qualifications, VatAnswers vatAnswers,
		Subscriptions subscriptions, Wishes wishes, RenewalWindows windows, Orders orders, OrderMoney money,
		Outcomes outcomes, Allocations allocations, Notices notices) {

	static DossierTables on(JdbcTemplate jdbc) {
		JdbcClient client = JdbcClient.create(jdbc);
		return new DossierTables(new Partners(client), new Qualifications(client), new VatAnswers(jdbc),
				new Subscriptions(jdbc), new Wishes(jdbc), new RenewalWindows(jdbc), new Orders(jdbc),
				new OrderMoney(jdbc), new Outcomes(jdbc), new Allocations(jdbc), new Notices(jdbc));
	}

}
