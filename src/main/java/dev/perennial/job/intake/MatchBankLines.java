package dev.perennial.job.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.dossier.waiting.StoredBankLines;
import dev.perennial.dossier.waiting.StoredBankLines.StoredLine;
import dev.perennial.renewal.BankMatching.Matched;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.desk.BankDesk;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Matches the bank lines that were booked up to this night, one after another (rules
 * 7.2).
 */
class MatchBankLines implements RowWork {

	private final StoredBankLines lines;

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	MatchBankLines(StoredBankLines lines, Dossiers dossiers, Rulebooks rulebooks) {
		this.lines = lines;
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
	}

	@Override
	public String name() {
		return "match-bank-lines";
	}

	@Override
	public boolean inOrder() {
		return true;
	}

	/**
	 * A run of one subscription reads no money: lines are matched in the order of all
	 * (rules 7.2).
	 */
	@Override
	public Plan plan(Run run) {
		return run.scoped() ? Plan.of(Set.of())
				: Plan.of("SELECT row_key AS item_key FROM bank_line WHERE waiting_key <= :date")
					.with("date", run.businessDate());
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		LocalDate date = tonight.date();
		List<StoredLine> stored = this.lines.read(chunk.keys());
		Set<String> counted = this.lines
			.counted(stored.stream().map((line) -> line.entry().id()).collect(Collectors.toSet()));
		Map<String, String> subscriptions = this.lines
			.subscriptions(stored.stream().map(StoredLine::invoiceNumber).collect(Collectors.toSet()));
		Map<String, Dossier> before = this.dossiers.lock(new TreeSet<>(subscriptions.values()), date);
		BankDesk desk = new BankDesk(before, subscriptions, counted, tonight);
		List<StoredBankLines.Read> results = new ArrayList<>();
		for (StoredLine line : stored) {
			Optional<Matched> matched = desk.match(line.entry(), line.invoiceNumber());
			results.add(matched.isPresent() ? StoredBankLines.Read.of(line, matched.get())
					: StoredBankLines.Read.duplicate(line));
		}
		this.dossiers.save(before, desk.facts(), date);
		this.lines.store(results, date);
		return Outcomes.done();
	}

}
