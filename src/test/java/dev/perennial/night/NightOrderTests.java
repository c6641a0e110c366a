package dev.perennial.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.perennial.work.Chunk;
import dev.perennial.work.JobSettings;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;
import dev.perennial.work.engine.JobsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Which jobs a night runs, and in which order (rules 11.1, 11.2). */
class NightOrderTests {

	@Test
	void runsTheJobsInTheOrderOfTheRulesHoweverTheyAreFound() {
		assertThat(names(order(Map.of()).jobs(whole()))).containsExactly("intake", "renewals", "windows", "invoices",
				"notices", "verify", "outbox");
	}

	@Test
	void leavesOutAJobThatIsOff() {
		assertThat(names(order(Map.of("notices", off())).jobs(whole()))).containsExactly("intake", "renewals",
				"windows", "invoices", "verify", "outbox");
	}

	@ParameterizedTest
	@ValueSource(strings = { "verify", "outbox" })
	void refusesToRunWithoutTheJobsThatNothingClosesWithout(String job) {
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> order(Map.of(job, off())).jobs(whole()))
			.withMessageContainingAll("jobs." + job + ".enabled is false", "expected true");
	}

	@Test
	void oneSubscriptionTakesNoNumberAndWritesNoFile() {
		assertThat(names(order(Map.of()).jobs(asked(null, "S1")))).containsExactly("intake", "renewals", "windows",
				"notices");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invoices", "verify", "outbox" })
	void refusesTheJobsOfTheWholeNightForOneSubscription(String job) {
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> order(Map.of()).jobs(asked(job, "S1")));
	}

	@Test
	void refusesToWriteTheFilesAlone() {
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> order(Map.of()).jobs(asked("outbox", "")))
			.withMessageContaining("only the whole night");
	}

	@Test
	void refusesAJobThatThereIsNotAndNamesThoseThatThereAre() {
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> order(Map.of()).jobs(asked("renewal", "")))
			.withMessageContainingAll("'renewal'", "intake, renewals, windows, invoices, notices, verify");
	}

	@Test
	void refusesSettingsOfAJobThatThereIsNot() {
		assertThatIllegalStateException().isThrownBy(() -> order(Map.of("renewal", off())))
			.withMessageContaining("There is no job 'renewal'");
	}

	@Test
	void refusesAJobThatHasNoPlaceInTheOrder() {
		NightOrder order = new NightOrder(() -> List.of(NightlyJob.of("renewal", new Nothing())),
				new JobsSettings(Map.of()));
		assertThatIllegalStateException().isThrownBy(() -> order.jobs(whole()))
			.withMessageContaining("There is no job 'renewal'");
	}

	@Test
	void knowsTheNamesWithoutMakingAJob() {
		NightOrder order = new NightOrder(() -> {
			throw new IllegalStateException("A job was made");
		}, new JobsSettings(Map.of("notices", off())));
		assertThat(order.names(whole())).containsExactly("intake", "renewals", "windows", "invoices", "verify",
				"outbox");
		assertThat(order.before("windows")).containsExactly("intake", "renewals");
	}

	private static NightRequest whole() {
		return asked(null, "");
	}

	private static NightRequest asked(@Nullable String job, String scope) {
		return new NightRequest(LocalDate.of(2026, 6, 22), job, scope, false,
				new NightRequest.Consent("test", false, null));
	}

	private static JobSettings off() {
		return new JobSettings(false, 500);
	}

	private static NightOrder order(Map<String, JobSettings> settings) {
		return new NightOrder(
				() -> Stream.of("outbox", "verify", "notices", "invoices", "windows", "renewals", "intake")
					.map((name) -> NightlyJob.of(name, new Nothing()))
					.toList(),
				new JobsSettings(settings));
	}

	private static List<String> names(List<NightlyJob> jobs) {
		return jobs.stream().map(NightlyJob::name).toList();
	}

	private static final class Nothing implements RowWork {

		@Override
		public String name() {
			return "do-nothing";
		}

		@Override
		public Plan plan(Run run) {
			return Plan.of(List.of());
		}

		@Override
		public Outcomes execute(Run run, Chunk chunk) {
			return Outcomes.done();
		}

	}

}
