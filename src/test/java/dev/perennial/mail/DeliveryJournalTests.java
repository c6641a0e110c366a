package dev.perennial.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.perennial.mail.Traces.Dot;
import dev.perennial.mail.Traces.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryJournalTests {

	@TempDir
	Path folder;

	private DeliveryJournal journal(String boot) {
		return new DeliveryJournal(this.folder, MailFixture.CLOCK, boot);
	}

	/** Leaves the journal of a process that accepted, refused and doubted a mail. */
	private String dead(String boot) throws IOException {
		try (DeliveryJournal journal = journal(boot)) {
			journal.dot("accepted", "anna@partner.example");
			journal.accepted("accepted");
			journal.dot("refused", "anna@partner.example");
			journal.refused("refused");
			journal.dot("doubted", "anna@partner.example");
			return journal.name();
		}
	}

	/** Rules 8.4: the doubt is one message per connection, not all that were claimed. */
	@Test
	void tellsWhatADeadProcessHadDone() throws IOException {
		String dead = dead("monday");
		DeliveryJournal next = journal("monday");
		assertThat(next.tracesOf("accepted", dead).fate()).isEqualTo(Fate.ACCEPTED);
		assertThat(next.tracesOf("refused", dead).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		assertThat(next.tracesOf("claimed-only", dead).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		assertThat(next.tracesOf("doubted", dead).fate()).isEqualTo(Fate.UNKNOWN);
	}

	@Test
	void doesNotKnowWhatAnotherMachineOrALostFileKnew() throws IOException {
		String dead = dead("monday");
		assertThat(journal("monday").tracesOf("claimed-only", "20261121T030000Z-0a1b2c3d").fate())
			.isEqualTo(Fate.UNKNOWN);
		assertThat(journal("monday").tracesOf("claimed-only", null).fate()).isEqualTo(Fate.UNKNOWN);
		assertThat(journal("monday").tracesOf("claimed-only", "../" + dead).fate()).isEqualTo(Fate.UNKNOWN);
		Files.delete(this.folder.resolve(dead + ".journal"));
		assertThat(journal("monday").tracesOf("claimed-only", dead).fate()).isEqualTo(Fate.UNKNOWN);
	}

	/** Nothing is flushed, so a crash of the machine may have eaten a dot. */
	@Test
	void takesNothingForUnsentAfterARestartOfTheMachine() throws IOException {
		String dead = dead("monday");
		DeliveryJournal next = journal("tuesday");
		assertThat(next.tracesOf("claimed-only", dead).fate()).isEqualTo(Fate.UNKNOWN);
		assertThat(next.tracesOf("refused", dead).fate()).isEqualTo(Fate.UNKNOWN);
		assertThat(next.tracesOf("accepted", dead).fate()).isEqualTo(Fate.ACCEPTED);
	}

	@Test
	void countsNoDotOfADialogueThatIsStored() throws IOException {
		try (DeliveryJournal journal = journal("monday")) {
			journal.dot("n1", "anna@partner.example");
			journal.again("n1");
			assertThat(journal.tracesOf("n1", journal.name()).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
			journal.dot("n1", "anna@partner.example");
			assertThat(journal.tracesOf("n1", journal.name()).dots()).hasSize(1);
		}
	}

	/**
	 * A dot that went out once and a refusal of the second try: the first may be there.
	 */
	@Test
	void oneRefusalDoesNotAnswerTwoDots() throws IOException {
		try (DeliveryJournal journal = journal("monday")) {
			journal.dot("n1", "anna@partner.example");
			journal.dot("n1", "anna@partner.example");
			journal.refused("n1");
			assertThat(journal.tracesOf("n1", journal.name()).fate()).isEqualTo(Fate.UNKNOWN);
		}
	}

	/** The address of each dialogue, so that nobody looks for the mail at another. */
	@Test
	void tellsWithWhomEachDialogueWas() throws IOException {
		try (DeliveryJournal journal = journal("monday")) {
			journal.dot("n1", "anna@partner.example");
			journal.refused("n1");
			journal.dot("n1", "backup@b\u00fccher.example");
			journal.dot("n1", "backup@b\u00fccher.example");
			journal.accepted("n1");
		}
		String dead = List.of(Objects.requireNonNull(this.folder.toFile().list())).get(0).replace(".journal", "");
		assertThat(journal("monday").tracesOf("n1", dead)).isEqualTo(new Traces(Fate.ACCEPTED,
				List.of(new Dot("backup@b\u00fccher.example", false), new Dot("backup@b\u00fccher.example", true))));
	}

	/** A night may be taken over from the version that wrote no address. */
	@Test
	void readsTheLinesOfOlderVersions() throws IOException {
		String dead = dead("monday");
		append(dead, "dot old-doubted\ndot old-refused\nnot old-refused\ndot old-accepted\n250 old-accepted\n");
		DeliveryJournal next = journal("monday");
		assertThat(next.tracesOf("old-doubted", dead)).isEqualTo(new Traces(Fate.UNKNOWN, List.of(new Dot("", false))));
		assertThat(next.tracesOf("old-refused", dead).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		assertThat(next.tracesOf("old-accepted", dead).fate()).isEqualTo(Fate.ACCEPTED);
		assertThat(next.tracesOf("claimed-only", dead).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
	}

	/**
	 * A successor, which reads of the others only what it must, and the process itself.
	 */
	@Test
	void tellsTheSameWhoeverAsks() throws IOException {
		for (int seed = 0; seed < 200; seed++) {
			Map<String, Traces> own = new TreeMap<>();
			String name = sending(new Random(seed), own);
			DeliveryJournal next = journal("monday");
			own.forEach((noticeId, traces) -> assertThat(next.tracesOf(noticeId, name)).as(noticeId).isEqualTo(traces));
			Files.delete(this.folder.resolve(name + ".journal"));
		}
	}

	/** Sends a few mails, some again and again, and asks what became of each. */
	private String sending(Random random, Map<String, Traces> own) throws IOException {
		try (DeliveryJournal journal = journal("monday")) {
			for (int dialogue = 0; dialogue < 30; dialogue++) {
				String noticeId = "n" + random.nextInt(12);
				if (random.nextInt(5) == 0) {
					journal.again(noticeId);
				}
				journal.dot(noticeId, random.nextInt(3) + "@partner.example");
				switch (random.nextInt(3)) {
					case 0 -> journal.accepted(noticeId);
					case 1 -> journal.refused(noticeId);
					default -> {
						// Nobody knows.
					}
				}
			}
			for (int i = 0; i < 13; i++) {
				own.put("n" + i, journal.tracesOf("n" + i, journal.name()));
			}
			return journal.name();
		}
	}

	@Test
	void lastLineWithoutItsEndWasADotThatNeverWentOut() throws IOException {
		String dead = dead("monday");
		append(dead, "dot torn");
		assertThat(journal("monday").tracesOf("torn", dead).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		append(dead, "");
		assertThat(journal("monday").tracesOf("doubted", dead).fate()).isEqualTo(Fate.UNKNOWN);
	}

	@Test
	void tornAnswerLeavesTheDoubt() throws IOException {
		String dead = dead("monday");
		append(dead, "not doubted");
		assertThat(journal("monday").tracesOf("doubted", dead).fate()).isEqualTo(Fate.UNKNOWN);
	}

	@Test
	void damagedLineMakesSilenceMeanNothing() throws IOException {
		String dead = dead("monday");
		append(dead, "dot tordot other\n");
		assertThat(journal("monday").tracesOf("claimed-only", dead).fate()).isEqualTo(Fate.UNKNOWN);
		assertThat(journal("monday").tracesOf("accepted", dead).fate()).isEqualTo(Fate.ACCEPTED);
	}

	@Test
	void fileWithoutItsFirstLineMakesSilenceMeanNothing() throws IOException {
		String dead = dead("monday");
		for (String start : new String[] { "", "boot mon", "dot doubted\n" }) {
			Files.writeString(this.folder.resolve(dead + ".journal"), start);
			assertThat(journal("monday").tracesOf("claimed-only", dead).fate()).as(start).isEqualTo(Fate.UNKNOWN);
		}
	}

	@Test
	void interruptedThreadDoesNotCloseTheJournalForOthers() throws IOException {
		try (DeliveryJournal journal = journal("monday")) {
			Thread.currentThread().interrupt();
			journal.dot("n1", "anna@partner.example");
			assertThat(Thread.interrupted()).isTrue();
			journal.accepted("n1");
			assertThat(journal.tracesOf("n1", journal.name()).fate()).isEqualTo(Fate.ACCEPTED);
		}
	}

	@Test
	void keepsTheNewestSixtyJournals() throws IOException {
		for (int i = 0; i < 70; i++) {
			Files.writeString(this.folder.resolve("202601%02dT030000Z-00000000.journal".formatted(i)), "boot x\n");
		}
		try (DeliveryJournal journal = journal("monday"); Stream<Path> files = Files.list(this.folder)) {
			journal.name();
			assertThat(files).hasSize(61)
				.noneMatch((file) -> file.getFileName().toString().startsWith("20260109"))
				.anyMatch((file) -> file.getFileName().toString().startsWith("20260110"));
		}
	}

	/** A frozen process may still write its dot; a killed one never will. */
	@Test
	void doubtsAProcessThatLivesAndBelievesOneThatWasKilled() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
				System.getProperty("java.class.path"), Child.class.getName(), this.folder.toString())
			.start();
		DeliveryJournal journal = new DeliveryJournal(this.folder, MailFixture.CLOCK);
		try (BufferedReader out = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			String claimedUnder = out.readLine();
			assertThat(journal.tracesOf("claimed-only", claimedUnder).fate()).isEqualTo(Fate.UNKNOWN);
			process.destroyForcibly().waitFor();
			assertThat(journal.tracesOf("claimed-only", claimedUnder).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
			assertThat(journal.tracesOf("doubted", claimedUnder).fate()).isEqualTo(Fate.UNKNOWN);
			assertThat(journal.tracesOf("accepted", claimedUnder).fate()).isEqualTo(Fate.ACCEPTED);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private void append(String journal, String text) throws IOException {
		Files.writeString(this.folder.resolve(journal + ".journal"), text, StandardOpenOption.APPEND);
	}

	/** The process that is killed. */
	static final class Child {

		private Child() {
		}

		@SuppressWarnings("resource")
		public static void main(String[] args) throws IOException, InterruptedException {
			DeliveryJournal journal = new DeliveryJournal(Path.of(args[0]), MailFixture.CLOCK);
			journal.dot("accepted", "anna@partner.example");
			journal.accepted("accepted");
			journal.dot("doubted", "anna@partner.example");
			System.out.println(journal.name());
			Thread.sleep(30_000);
		}

	}

}
