package dev.perennial.preview.fold;

import java.util.List;
import java.util.stream.Stream;

import dev.perennial.mail.MailAddress;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.ImportedLate;
import dev.perennial.renewal.ImportedLate.Imported;
import dev.perennial.renewal.Mailing;
import dev.perennial.renewal.Mailing.Fate;
import dev.perennial.renewal.NextLook;
import dev.perennial.renewal.NoticePlan;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermOrigin;
import org.jspecify.annotations.Nullable;

/** The notices of a subscription in a night, each mail supposed to be accepted. */
record NoticeNight(NightLog log, Dossier start, Tonight tonight) {

	/** Plans the notices, and says when the subscription is looked at next. */
	Dossier planned(Dossier dossier, boolean scoped) {
		if (!scoped) {
			importedLate(dossier);
		}
		Dossier after = this.log.told(Jobs.NOTICES, NoticePlan.decide(dossier, this.tonight));
		this.log.lookAgain(NextLook.after(after, this.tonight).orElse(null));
		return after;
	}

	/** The imported term that this night renewed is not current any more (rules 2.4). */
	private void importedLate(Dossier dossier) {
		Dossier before = this.start;
		Term term = before.subscription().term();
		if (term == null || term.seq() != 0 || term.origin() != TermOrigin.IMPORT
				|| !before.subscription().createdIn().equals(this.tonight.date())
				|| dossier.subscription().nextSeq() == 1 || before.notices().stream().anyMatch(NoticeNight::isAhead)) {
			return;
		}
		ImportedLate
			.notice(new Imported(before.id(), before.partner().id(), 0, term.startsOn(), term.endsOn(), cameOn(before)),
					this.tonight.date())
			.ifPresent((notice) -> this.log.saw(Jobs.NOTICES, notice));
	}

	/** Whether it was imported ON. */
	private static boolean cameOn(Dossier imported) {
		return imported.instructions().off(0).filter((off) -> off.cause() == Cause.IMPORT).isEmpty();
	}

	private static boolean isAhead(Notice notice) {
		return notice.code() == NoticeCode.RENEWAL_NOTICE || notice.code() == NoticeCode.EXPIRY_NOTICE;
	}

	/** Mails what is to be sent, of the current facts and beside them. */
	Dossier mailed(Dossier dossier) {
		Dossier after = dossier;
		for (Notice notice : dossier.notices()) {
			if (notice.state().isToSend()) {
				after = after.with(told(notice, dossier));
			}
		}
		for (Notice notice : List.copyOf(this.log.beside().values())) {
			if (notice.state().isToSend()) {
				this.log.saw(Jobs.NOTICES, told(notice, dossier));
			}
		}
		return after;
	}

	private Notice told(Notice notice, Dossier dossier) {
		Notice after = mailed(notice, dossier, dossier.partner(), this.tonight);
		String reason = after.progress().reason();
		this.log.say(Step.of(Jobs.NOTICES, after.state().name(), "8.3",
				"%s to %s%s".formatted(notice.code(), dossier.partner().id(), (reason != null) ? ": " + reason : "")));
		return after;
	}

	/**
	 * What becomes of a notice that is to be sent.
	 * @param dossier what it is about, {@code null} if it is about no subscription
	 */
	static Notice mailed(Notice notice, @Nullable Dossier dossier, Partner partner, Tonight tonight) {
		boolean reachable = Stream.of(partner.contact().email(), partner.contact().backupEmail())
			.anyMatch(MailAddress::isUsable);
		Fate fate = Mailing.decide(notice, dossier, reachable, tonight);
		if (fate.isWaiting()) {
			return notice;
		}
		return notice
			.with(fate.isMailed() ? notice.progress().sent(tonight.date(), tonight.notBeforeToday(tonight.date()))
					: notice.progress().to(fate.state(), fate.reason(), tonight.date()));
	}

}
