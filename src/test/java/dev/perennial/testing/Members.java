package dev.perennial.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

import dev.perennial.night.BusinessDates;
import dev.perennial.work.lease.Lease;

/**
 * A few partners of one subscription each, for nights of which a test counts every charge
 * and mail: BRONZE, 790.00 EUR without tax, charged without a notice (see
 * {@code config/offers.yaml}).
 */
public final class Members {

	private final StringBuilder partners = new StringBuilder(
			"partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,street,postal_code,city\n");

	private final StringBuilder subscriptions = new StringBuilder("subscription_id,partner_id,offer,currency,anchor,"
			+ "starts_on,ends_on,auto_renew,payment_method,card_token,card_expires,renewal_notice_sent_on\n");

	/** Subscriptions whose term ends on a day, renewed automatically with a good card. */
	public Members renewing(int count, String prefix, LocalDate endsOn) {
		return renewingBy("pm_card_visa", count, prefix, endsOn);
	}

	/** The same with a card that is declined softly each time. */
	public Members declining(int count, String prefix, LocalDate endsOn) {
		return renewingBy("pm_card_visa_chargeDeclinedInsufficientFunds", count, prefix, endsOn);
	}

	/** The same with a card that ends its charges as a token of the contract says. */
	public Members renewingBy(String token, int count, String prefix, LocalDate endsOn) {
		return add(count, prefix, endsOn, "on,card," + token);
	}

	/** Subscriptions whose term ends on a day, renewed automatically by bank transfer. */
	public Members invoiced(int count, String prefix, LocalDate endsOn) {
		return add(count, prefix, endsOn, "on,transfer,pm_card_visa");
	}

	/** Subscriptions whose term ends on a day and whose auto-renew is OFF. */
	public Members ending(int count, String prefix, LocalDate endsOn) {
		return add(count, prefix, endsOn, "off,card,pm_card_visa");
	}

	private Members add(int count, String prefix, LocalDate endsOn, String renewal) {
		LocalDate anchor = endsOn.plusDays(1).minusYears(1);
		for (int i = 1; i <= count; i++) {
			String id = prefix + i;
			this.partners
				.append("P%1$s,Partner %1$s,%1$s@partner.example,,Anna,+1 212 1,en,US,,Main St 1,10001,New York\n"
					.formatted(id));
			this.subscriptions
				.append("%1$s,P%1$s,BRONZE,EUR,%2$s,%2$s,%3$s,%4$s,2031-01,\n".formatted(id, anchor, endsOn, renewal));
		}
		return this;
	}

	/** Imports them on a day, which becomes the first night. */
	public void load(RunningProgram program, Path folder, LocalDate day) throws IOException {
		Files.createDirectories(folder.resolve("import"));
		Files.createDirectories(folder.resolve("inbox"));
		Files.writeString(folder.resolve("import/partners.csv"), this.partners);
		Files.writeString(folder.resolve("import/subscriptions.csv"), this.subscriptions);
		program.bean(Lease.class).hold(null, () -> program.bean(BusinessDates.class).open(day));
		program.load(folder.resolve("import"), Set.of("BRONZE"), day);
	}

}
