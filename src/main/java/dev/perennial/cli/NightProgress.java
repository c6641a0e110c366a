package dev.perennial.cli;

import java.util.Optional;

import dev.perennial.night.Night;
import dev.perennial.night.NightRequest;
import dev.perennial.night.NightResult;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Watches a night from beside it: a bar on a terminal, a line a step elsewhere.
 */
final class NightProgress implements AutoCloseable {

	private static final long PAUSE_MILLIS = 500;

	private final JdbcClient jdbc;

	private final Console console;

	private final boolean terminal = System.console() != null;

	private final Thread thread = new Thread(this::watch, "progress");

	private String step = "";

	private @Nullable ProgressBar bar;

	NightProgress(JdbcClient jdbc, Console console) {
		this.jdbc = jdbc;
		this.console = console;
	}

	/** Runs what is asked for, and watches it. */
	static NightResult during(ApplicationContext context, Console console, NightRequest request) {
		try (NightProgress progress = new NightProgress(context.getBean(JdbcClient.class), console)) {
			progress.start();
			return context.getBean(Night.class).run(request);
		}
	}

	private void start() {
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void watch() {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				Thread.sleep(PAUSE_MILLIS);
				look().ifPresent(this::show);
			}
		}
		catch (InterruptedException | DataAccessException ex) {
			// Whether it is watched is nothing to the night.
		}
		finally {
			endBar();
		}
	}

	private Optional<Step> look() {
		return this.jdbc.sql("""
				SELECT CONCAT(r.job, ' ', s.step) AS name, s.planned, SUM(p.done - p.lo) AS done
				FROM batch_run r
				JOIN batch_step s ON s.run_id = r.run_id AND s.state = 'PLANNED'
				JOIN batch_part p ON p.step_id = s.step_id
				WHERE r.state = 'RUNNING' GROUP BY s.step_id, r.job, s.step, s.planned ORDER BY s.step_id DESC LIMIT 1
				""")
			.query((rs, row) -> new Step(rs.getString("name"), rs.getLong("planned"), rs.getLong("done")))
			.optional();
	}

	private void show(Step now) {
		if (!now.name().equals(this.step)) {
			this.step = now.name();
			endBar();
			if (this.terminal) {
				this.bar = new ProgressBarBuilder().setTaskName(now.name())
					.setInitialMax(now.planned())
					.setStyle(ProgressBarStyle.ASCII)
					.build();
			}
			else {
				this.console.progress("%s: %d planned".formatted(now.name(), now.planned()));
			}
		}
		if (this.bar != null) {
			this.bar.stepTo(now.done());
		}
	}

	private void endBar() {
		if (this.bar != null) {
			this.bar.close();
			this.bar = null;
		}
	}

	/** Ends the watching; the last bar is closed before anything else is printed. */
	@Override
	public void close() {
		this.thread.interrupt();
		try {
			this.thread.join(2000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A step that is being worked off.
	 *
	 * @param name job and step
	 * @param planned how many rows it planned
	 * @param done how many are behind it
	 */
	private record Step(String name, long planned, long done) {
	}

}
