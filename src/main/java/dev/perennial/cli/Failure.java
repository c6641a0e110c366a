package dev.perennial.cli;

import java.util.Objects;

import dev.perennial.catalogue.CatalogueRefused;
import dev.perennial.csv.FileRefused;
import dev.perennial.demo.DemoInUse;
import dev.perennial.importing.FilesRefused;
import dev.perennial.night.ExitCode;
import dev.perennial.night.NotStarted;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.LeaseTaken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.TypeConversionException;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What became of a command that threw.
 *
 * @param code the exit code
 * @param text what people read
 */
record Failure(ExitCode code, String text) {

	private static final Logger log = LoggerFactory.getLogger(Failure.class);

	static Failure of(Throwable failure) {
		if (failure instanceof NotStarted || failure instanceof CatalogueRefused
				|| failure instanceof TypeConversionException) {
			return new Failure(ExitCode.NOT_STARTED, oneLine(failure.getMessage()));
		}
		if (failure instanceof FileRefused refused) {
			return new Failure(ExitCode.NOT_STARTED, refused.details());
		}
		if (failure instanceof FilesRefused refused) {
			return new Failure(ExitCode.NOT_STARTED, refused.details());
		}
		if (failure instanceof LeaseTaken || failure instanceof DemoInUse) {
			return new Failure(ExitCode.TAKEN, oneLine(failure.getMessage()));
		}
		if (failure instanceof FenceLost) {
			return new Failure(ExitCode.FAILED, oneLine(failure.getMessage()));
		}
		if (failure instanceof DataAccessException || failure instanceof TransactionException) {
			return new Failure(ExitCode.FAILED, "The database: " + oneLine(deepest(failure).getMessage()));
		}
		// A mistake of ours: whoever mends it needs the trace.
		log.error("The command failed", failure);
		return new Failure(ExitCode.FAILED,
				"%s: %s".formatted(failure.getClass().getSimpleName(), oneLine(failure.getMessage())));
	}

	int tell(Console console) {
		console.error(this.text);
		return this.code.code();
	}

	static Throwable deepest(Throwable failure) {
		Throwable deepest = failure;
		while (deepest.getCause() != null && deepest.getCause() != deepest) {
			deepest = deepest.getCause();
		}
		return deepest;
	}

	/** A message on one line, without a full stop at its end. */
	static String oneLine(@Nullable String message) {
		return Objects.requireNonNullElse(message, "no message")
			.strip()
			.replaceAll("\\s*\\R\\s*", " ")
			.replaceFirst("\\.$", "");
	}

}
