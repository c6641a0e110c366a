package dev.perennial.job.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import javax.sql.DataSource;

import dev.perennial.csv.FolderOut;
import dev.perennial.csv.Moves;

import org.springframework.jdbc.core.JdbcTemplate;

/** The folder of a night in the outbox. */
class NightFolder {

	private final Path outbox;

	private final JdbcTemplate streams;

	private final Moves moves;

	NightFolder(Path outbox, DataSource dataSource, Moves moves) {
		this.outbox = outbox;
		this.moves = moves;
		this.streams = new JdbcTemplate(dataSource);
		// Connector/J reads row by row only with this value, else all rows into memory.
		this.streams.setFetchSize(Integer.MIN_VALUE);
	}

	/** Removes what a killed process left half written; only under the fence. */
	void sweep(LocalDate date) {
		out(date).sweep();
	}

	/**
	 * Writes the files of a night.
	 * @return SHA-256 of the manifest
	 */
	String write(LocalDate date) {
		out(date).write(new NightSheets(this.streams, date).all());
		Path ok = this.outbox.resolve(date.toString()).resolve(".ok");
		try {
			return Files.readString(ok).split(" ")[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + ok, ex);
		}
	}

	private FolderOut out(LocalDate date) {
		return new FolderOut(this.outbox, date.toString(), this.moves);
	}

}
