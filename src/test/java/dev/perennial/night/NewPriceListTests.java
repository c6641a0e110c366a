package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.night.NightAhead.Coming;
import dev.perennial.preview.DryRun;
import dev.perennial.preview.fold.Foreseen;
import dev.perennial.testing.ChangedCatalogue;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A price that rises above the quote is told in the first night whose list has it (rules
 * 5.3, 8.1). E is 2026-07-13, PRICE_CHANGE from 2026-06-22 to 2026-07-05; the next look
 * of its own is on E-7.
 */
@DatabaseTest
@Tag("mysql")
class NewPriceListTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private final TestDatabase database;

	@TempDir
	Path folder;

	NewPriceListTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void isToldToWhomItConcernsInItsFirstNight() throws IOException {
		try (RunningProgram program = new RunningProgram(this.database, this.folder)) {
			new Members().renewing(1, "S", D.plusDays(20)).load(program, this.folder, D);
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(texts("SELECT look_on FROM subscription")).containsExactly("2026-07-06");
		}
		Path dearer = ChangedCatalogue.in(this.folder, "from: 2026-12-01, net: \"815.00\"",
				"from: 2026-06-01, net: \"815.00\"");
		try (RunningProgram program = new RunningProgram(this.database, this.folder, "folders.catalog=" + dearer)) {
			assertThat(foreseen(program)).contains("PRICE_CHANGE SENT");
			assertThat(program.night(D.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(
					texts("SELECT CONCAT(state, ' ', sent_on, ' ', named_net) FROM notice WHERE code = 'PRICE_CHANGE'"))
				.containsExactly("SENT 2026-06-24 81500");
			assertThat(texts("SELECT look_on FROM subscription")).containsExactly("2026-07-06");
		}
	}

	private static List<String> foreseen(RunningProgram program) {
		Coming coming = program.bean(NightAhead.class).of(NightRequest.of(D.plusDays(1), "test")).orElseThrow();
		List<Foreseen> items = new ArrayList<>();
		program.bean(DryRun.class)
			.night(program.bean(Rulebooks.class).tonight(coming.date(), coming.today(), coming.settings()),
					Set.copyOf(coming.jobs()), "", items::add);
		return items.stream().map((item) -> item.thing().name() + " " + item.result().what()).toList();
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

}
