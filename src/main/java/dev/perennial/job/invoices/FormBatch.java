package dev.perennial.job.invoices;

import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts every document issued for the night into its batch, with control totals (rules
 * 9.5).
 */
class FormBatch implements RowWork {

	private final JdbcClient jdbc;

	FormBatch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "form-batch";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT DISTINCT CONCAT('batch ', issue_date) AS item_key
				  FROM document
				 WHERE issue_date = :date AND :scope = ''
				""").with("date", run.businessDate()).with("scope", run.scope());
	}

	/** A batch that is not whole must not be delivered. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		update(run, """
				INSERT INTO invoice_batch (business_date, state, documents)
				SELECT :date, 'FORMED', COUNT(*) FROM document WHERE issue_date = :date
				""");
		update(run, """
				INSERT INTO invoice_batch_total (business_date, currency, documents, net, tax, gross)
				SELECT :date, currency, COUNT(*),
				       SUM(CASE type WHEN 'INVOICE' THEN net ELSE -net END),
				       SUM(CASE type WHEN 'INVOICE' THEN tax ELSE -tax END),
				       SUM(CASE type WHEN 'INVOICE' THEN gross ELSE -gross END)
				  FROM document
				 WHERE issue_date = :date
				 GROUP BY currency
				""");
		update(run, """
				INSERT INTO invoice_batch_document (number, business_date)
				SELECT number, issue_date FROM document WHERE issue_date = :date
				""");
		return Outcomes.done();
	}

	private void update(Run run, String sql) {
		this.jdbc.sql(sql).param("date", run.businessDate()).update();
	}

}
