package dev.perennial.preview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.dossier.waiting.StoredBankLines;
import dev.perennial.dossier.waiting.StoredBankLines.StoredLine;
import dev.perennial.dossier.waiting.StoredRequest;
import dev.perennial.dossier.waiting.StoredRequests;
import dev.perennial.importing.inbox.Inbox;
import dev.perennial.importing.inbox.Unread;
import dev.perennial.partner.Partner;
import dev.perennial.partner.Partners;
import dev.perennial.preview.fold.Arrived;
import dev.perennial.preview.fold.Arrived.Bank;
import dev.perennial.preview.fold.Arrived.Post;
import dev.perennial.renewal.BankMatching;
import dev.perennial.renewal.BankMatching.BankEntry;
import dev.perennial.renewal.desk.RequestDesk.Asking;
import dev.perennial.subscription.PartnerRequest;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits in stored rows and in files of the inbox, up to a night (rules 1.6).
 */
class Arrivals {

	private final JdbcClient jdbc;

	private final StoredRequests requests;

	private final StoredBankLines bankLines;

	private final SupposedFacts facts;

	private final Inbox inbox;

	Arrivals(JdbcTemplate jdbc, SupposedFacts facts, Inbox inbox) {
		this.jdbc = JdbcClient.create(jdbc);
		this.requests = new StoredRequests(jdbc);
		this.bankLines = new StoredBankLines(jdbc);
		this.facts = facts;
		this.inbox = inbox;
	}

	/** Everything that waits for the night of all. */
	Arrived all(LocalDate date) {
		Unread unread = this.inbox.unread();
		return new Arrived(bank(date, unread), post(date, "", unread));
	}

	/**
	 * What a run of one subscription takes: its stored requests, no money and no file.
	 */
	Arrived scoped(LocalDate date, String subscription) {
		return new Arrived(Arrived.NOTHING.bank(), post(date, subscription, Unread.NOTHING));
	}

	private Post post(LocalDate date, String scope, Unread unread) {
		List<StoredRequest> stored = Chunks.read(keys("""
				SELECT row_key FROM request
				 WHERE waiting_key <= :date AND (:scope = '' OR subscription_id = :scope) ORDER BY row_key
				""", date, scope), this.requests::read);
		List<StoredRequest> all = Stream
			.concat(stored.stream(),
					unread.requests().stream().map((line) -> new StoredRequest(line.rowKey(), line.request())))
			.filter((one) -> !one.request().submittedOn().isAfter(date))
			.sorted(Comparator.comparing(StoredRequest::rowKey))
			.toList();
		Map<String, Partner> partners = Chunks.map(distinct(all, (request) -> request.about().partnerId()),
				new Partners(this.jdbc)::byId);
		Set<String> answered = new HashSet<>(Chunks.read(distinct(all, PartnerRequest::id), this.requests::answered));
		return new Post(all, answered, new Asking(partners, this.facts.evidence(partners, date)));
	}

	private Bank bank(LocalDate date, Unread unread) {
		List<StoredLine> stored = Chunks
			.read(keys("SELECT row_key FROM bank_line WHERE waiting_key <= :date AND :scope = '' ORDER BY row_key",
					date, ""), this.bankLines::read);
		Stream<StoredLine> delivered = unread.bankLines()
			.stream()
			.filter((line) -> !line.bookedOn().isAfter(date))
			.map((line) -> new StoredLine(line.rowKey(), new BankEntry(line.entryId(), line.amount()),
					BankMatching.invoiceNumber(line.reference())));
		List<StoredLine> all = Stream.concat(stored.stream(), delivered)
			.sorted(Comparator.comparing(StoredLine::rowKey))
			.toList();
		Set<String> counted = new HashSet<>(Chunks
			.read(all.stream().map((line) -> line.entry().id()).collect(Collectors.toSet()), this.bankLines::counted));
		return new Bank(all, counted,
				Chunks.map(all.stream().map(StoredLine::invoiceNumber).collect(Collectors.toSet()),
						this.bankLines::subscriptions));
	}

	private List<String> keys(String sql, LocalDate date, String scope) {
		return this.jdbc.sql(sql).param("date", date).param("scope", scope).query(String.class).list();
	}

	private static Set<String> distinct(List<StoredRequest> requests, Function<PartnerRequest, String> part) {
		return requests.stream()
			.map(StoredRequest::request)
			.map(part)
			.filter((value) -> !value.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
