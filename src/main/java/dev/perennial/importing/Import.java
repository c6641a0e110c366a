package dev.perennial.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.perennial.csv.FileRefused;
import dev.perennial.importing.row.Batch;
import dev.perennial.importing.row.Fields;
import dev.perennial.importing.row.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads {@code partners.csv}, {@code qualifications.csv} and {@code subscriptions.csv} of
 * a folder, what is there of them: each file in a transaction of its own, all of it or
 * nothing.
 */
public final class Import {

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final Quoting quoting;

	/**
	 * @param jdbc the database
	 * @param transactions those in which a file is loaded
	 * @param quoting freezes the price of renewals that were announced elsewhere
	 */
	public Import(JdbcTemplate jdbc, TransactionOperations transactions, Quoting quoting) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.quoting = quoting;
	}

	/**
	 * Loads a folder. Every file is read to its end, whatever is wrong with another; the
	 * subscriptions come last, so that the same folder can be given again when another
	 * file was mended.
	 * @param folder the folder
	 * @param offers the codes of all offers
	 * @param day the day of the import, the oldest open date
	 * @return what became of the files that are there
	 */
	public Imported load(Path folder, Set<String> offers, LocalDate day) {
		Results results = new Results(folder);
		results.add(PartnerFile.NAME, (file) -> load(file, PartnerFile.COLUMNS, new PartnerFile()::read,
				new ImportedPartners(this.jdbc, day)::save));
		results.add(QualificationFile.NAME, (file) -> load(file, QualificationFile.COLUMNS,
				new QualificationFile(known(offers, day))::read, new ImportedQualifications(this.jdbc, day)::save));
		results.add(SubscriptionFile.NAME,
				(file) -> load(file, SubscriptionFile.COLUMNS, new SubscriptionFile(known(offers, day))::read,
						new ImportedSubscriptions(this.jdbc, this.quoting, day)::save));
		return new Imported(List.copyOf(results.loaded), List.copyOf(results.refused));
	}

	private <T> long load(Path file, List<String> columns, Function<Fields, @Nullable T> reader,
			Consumer<List<T>> writer) {
		Long rows = this.transactions.execute((status) -> {
			Batch<T> batch = new Batch<>(writer);
			Reading.read(file, columns, reader, batch::add);
			batch.flush();
			return batch.count();
		});
		return (rows != null) ? rows : 0;
	}

	private Known known(Set<String> offers, LocalDate day) {
		return new Known(day, offers, ids("SELECT partner_id FROM partner"),
				ids("SELECT subscription_id FROM subscription"));
	}

	private Set<String> ids(String sql) {
		return new HashSet<>(this.jdbc.queryForList(sql, String.class));
	}

	/** What became of the files so far. */
	private static final class Results {

		private final Path folder;

		private final List<Imported.Loaded> loaded = new ArrayList<>();

		private final List<FileRefused> refused = new ArrayList<>();

		private Results(Path folder) {
			this.folder = folder;
		}

		private void add(String name, Function<Path, Long> loading) {
			Path file = this.folder.resolve(name);
			if (Files.exists(file)) {
				try {
					this.loaded.add(new Imported.Loaded(name, loading.apply(file)));
				}
				catch (FileRefused ex) {
					this.refused.add(ex);
				}
			}
		}

	}

}
