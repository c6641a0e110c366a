package dev.perennial.job.outbox;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.perennial.csv.FolderDiffers;
import dev.perennial.work.Answer;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.Plan;
import dev.perennial.work.RateLimiter;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the files of the night and marks its batch as delivered (rules 9.5). */
class DeliverFiles implements EffectWork<LocalDate, DeliverFiles.Delivered> {

	private static final Pace PACE = new Pace(1, 1, 1, RateLimiter.unlimited());

	private final NightFolder folder;

	private final JdbcClient jdbc;

	DeliverFiles(NightFolder folder, JdbcClient jdbc) {
		this.folder = folder;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "deliver-files";
	}

	/** A run of one subscription writes no file (rules 11.2). */
	@Override
	public Plan plan(Run run) {
		return run.scoped() ? Plan.of(Set.of()) : Plan.once();
	}

	/** The night is not closed without its files. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Pace pace() {
		return PACE;
	}

	@Override
	public Claims<LocalDate> claim(Run run, Chunk chunk) {
		// In a transaction that holds the fence nobody can have taken over.
		this.folder.sweep(run.businessDate());
		Claims<LocalDate> claims = new Claims<>();
		chunk.forEach((item) -> claims.claim(item, run.businessDate()));
		return claims;
	}

	@Override
	public Delivered call(Run run, LocalDate date) {
		try {
			return new Delivered(this.folder.write(date), null);
		}
		catch (UncheckedIOException | FolderDiffers ex) {
			return new Delivered(null, ex.getMessage() + because(ex.getCause()));
		}
	}

	@Override
	public Delivered unknown(Run run, LocalDate date, RuntimeException failure) {
		return new Delivered(null, failure.toString());
	}

	@Override
	public Outcomes settle(Run run, List<Answer<LocalDate, Delivered>> answers) {
		for (Answer<LocalDate, Delivered> answer : answers) {
			String sha256 = answer.result().manifestSha256();
			if (sha256 == null) {
				throw new FilesNotDelivered(String.valueOf(answer.result().error()));
			}
			this.jdbc.sql("""
					UPDATE invoice_batch SET state = 'DELIVERED', manifest_sha256 = :sha256 WHERE business_date = :date
					""").param("sha256", sha256).param("date", answer.claim()).update();
		}
		return Outcomes.done();
	}

	private static String because(@Nullable Throwable cause) {
		return (cause != null) ? ": " + cause.getMessage() : "";
	}

	/**
	 * The files, or why they are not there.
	 *
	 * @param manifestSha256 SHA-256 of the manifest
	 * @param error what went wrong
	 */
	record Delivered(@Nullable String manifestSha256, @Nullable String error) {

	}

}
