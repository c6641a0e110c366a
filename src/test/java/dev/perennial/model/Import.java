package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Loads partners, subscriptions and qualifications of a folder (rules 2.4, 2.5). */
final class Import {

	private final Books books;

	private final Catalogue catalogue;

	/** The oldest open date. */
	private final LocalDate day;

	Import(Books books, Catalogue catalogue, LocalDate day) {
		this.books = books;
		this.catalogue = catalogue;
		this.day = day;
	}

	void load(Path folder) {
		Tables.read(folder.resolve("partners.csv")).forEach(this::partner);
		Tables.read(folder.resolve("subscriptions.csv")).forEach(this::subscription);
		for (Map<String, String> row : Tables.read(folder.resolve("qualifications.csv"))) {
			this.books.qualifications.add(new Books.Qualification(text(row, "partner_id"), text(row, "offer"),
					LocalDate.parse(text(row, "checked_on")), text(row, "passed").equals("yes")));
		}
	}

	private void partner(Map<String, String> row) {
		Partner.Contact contact = new Partner.Contact(text(row, "email"), text(row, "backup_email"),
				text(row, "contact_name"), text(row, "phone"));
		String id = text(row, "partner_id");
		this.books.partners.put(id,
				new Partner(id, text(row, "legal_name"), contact, text(row, "country"), text(row, "vat_id")));
	}

	private void subscription(Map<String, String> row) {
		Means means = new Means(text(row, "payment_method"), text(row, "card_token"), text(row, "card_expires"));
		Subscription subscription = new Subscription(text(row, "subscription_id"), text(row, "partner_id"),
				text(row, "offer"), text(row, "currency"), means);
		Span span = Span.of(LocalDate.parse(text(row, "anchor")), LocalDate.parse(text(row, "starts_on")));
		// 2.4: origin IMPORT, which counts as paid
		Term term = new Term(0, span, Origin.IMPORT, text(row, "auto_renew").equals("off"));
		subscription.terms.add(term);
		subscription.state = Subscription.State.ACTIVE;
		this.books.subscriptions.put(subscription.id, subscription);
		String sentOn = text(row, "renewal_notice_sent_on");
		if (!sentOn.isEmpty()) {
			noticeSent(subscription, term, LocalDate.parse(sentOn));
		}
		preExpiryNotice(subscription, term);
	}

	/** 2.5: SENT on that day, and the quote is frozen at the import. */
	private void noticeSent(Subscription subscription, Term term, LocalDate sentOn) {
		Notice.Event event = event(subscription, term, "RENEWAL_NOTICE");
		this.books.notices.put(event.key(), new Notice(event, days(term, -42, -30), "SENT", "", sentOn));
		// 2.5, 5.2
		term.quote = this.catalogue.offer(subscription.offer).price(subscription.currency, term.span.next().starts());
	}

	/** 2.4: of what is past, only the pre-expiry one is recorded. */
	private void preExpiryNotice(Subscription subscription, Term term) {
		String code = term.off ? "EXPIRY_NOTICE" : "RENEWAL_NOTICE";
		Notice.Days days = term.off ? days(term, -30, -8) : days(term, -42, -30); // 8.1
		Notice.Event event = event(subscription, term, code);
		if (days.last().isBefore(this.day) && !this.books.notices.containsKey(event.key())) {
			this.books.importedLate.add(new Notice(event, days, "MISSED", "IMPORTED_LATE", this.day));
		}
	}

	private static Notice.Days days(Term term, int target, int last) {
		return new Notice.Days(term.ends().plusDays(target), term.ends().plusDays(last));
	}

	private static Notice.Event event(Subscription subscription, Term term, String code) {
		return new Notice.Event(Text.subject(subscription, term), code, subscription.id, subscription.partnerId);
	}

	private static String text(Map<String, String> row, String column) {
		return row.getOrDefault(column, "");
	}

}
