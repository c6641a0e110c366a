package dev.perennial.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What happens to a process at the moment it was told. */
public enum Blow {

	/** It is gone, without a word to anybody. */
	DIE {

		@Override
		void strike() {
			Runtime.getRuntime().halt(KillPoints.KILLED);
		}

	},

	/** The thread that is there is interrupted. */
	INTERRUPT {

		@Override
		void strike() {
			Thread.currentThread().interrupt();
		}

	},

	/** All of it stands still until it is sent {@code CONT}. */
	FREEZE {

		@Override
		void strike() {
			try {
				new ProcessBuilder("kill", "-STOP", String.valueOf(ProcessHandle.current().pid())).start().waitFor();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	},

	/** The thread that is there stays until somebody asks to stop. */
	UNTIL_ASKED_TO_STOP {

		@Override
		void strike() {
			KillableProgram.awaitStop();
		}

	},

	/** Its clock is put forward. */
	AN_HOUR_ON {

		@Override
		void strike() {
			AdjustedClock.adjust(Duration.ofHours(1));
		}

	},

	/** Its clock is put back. */
	AN_HOUR_BACK {

		@Override
		void strike() {
			AdjustedClock.adjust(Duration.ofHours(-1));
		}

	};

	/** The system property that names it; without one it is the end. */
	static final String SETTING = "perennial.chaos.blow";

	abstract void strike();

	/** That of this process. */
	static Blow ofThisProcess() {
		return valueOf(System.getProperty(SETTING, DIE.name()));
	}

}
