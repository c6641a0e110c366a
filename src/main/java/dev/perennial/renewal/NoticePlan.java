package dev.perennial.renewal;

import dev.perennial.renewal.Verdict.Decided;

/**
 * What a night announces about a subscription: what follows from its days, and from what
 * happened (rules 8.1).
 */
public final class NoticePlan {

	private NoticePlan() {
	}

	/** Plans the notices of a night. */
	public static Verdict decide(Dossier dossier, Tonight tonight) {
		Verdict ofDays = TermNotices.decide(dossier, tonight);
		Dossier after = EventNotices.planned(ofDays.after(), tonight);
		boolean more = !after.equals(ofDays.after());
		Decided decided = (ofDays.decided() == Decided.NOT_DUE && more) ? Decided.ACTS : ofDays.decided();
		return new Verdict(decided, ofDays.reason(), ofDays.grounds(), after);
	}

}
