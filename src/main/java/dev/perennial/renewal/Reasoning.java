package dev.perennial.renewal;

import java.util.ArrayList;
import java.util.List;

import dev.perennial.renewal.Verdict.Decided;
import org.jspecify.annotations.Nullable;

/** Collects the grounds of a decision until it is made. */
final class Reasoning {

	private final Dossier dossier;

	private final List<Ground> grounds = new ArrayList<>();

	Reasoning(Dossier dossier) {
		this.dossier = dossier;
	}

	Reasoning note(String rule, String text, @Nullable Object... values) {
		this.grounds.add(new Ground(rule, text.formatted(values)));
		return this;
	}

	Verdict notDue(String rule, String text, @Nullable Object... values) {
		note(rule, text, values);
		return new Verdict(Decided.NOT_DUE, null, this.grounds, this.dossier);
	}

	Verdict held(String reason, Dossier after) {
		return new Verdict(Decided.HELD, reason, this.grounds, after);
	}

	Verdict parked(String error, Dossier after) {
		return new Verdict(Decided.PARKED, error, this.grounds, after);
	}

	Verdict waits() {
		note("6.2", "a charge is in flight or UNKNOWN: nothing is decided before it is settled");
		return new Verdict(Decided.WAITS, null, this.grounds, this.dossier);
	}

	Verdict acts(Dossier after) {
		return new Verdict(Decided.ACTS, null, this.grounds, after);
	}

}
