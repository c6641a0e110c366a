package dev.perennial.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.vat.VatAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of a VAT id on a day (rules 5.5). */
@DatabaseTest
@Tag("mysql")
class VatAnswersTests {

	private static final String ID = "FR40303265045";

	private final VatAnswers answers;

	VatAnswersTests(TestDatabase database) {
		this.answers = new VatAnswers(new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(),
				database.server().app().user(), database.server().app().password())));
	}

	@Test
	void theLastValidServesWhereTheRegisterDoesNotAnswer() {
		answered("2026-06-01", VatAnswer.VALID);
		answered("2026-06-23", VatAnswer.UNAVAILABLE);
		assertThat(counts("2026-06-23")).isEqualTo(VatAnswer.VALID);
	}

	@Test
	void noValidServesAfterAnInvalid() {
		answered("2026-06-01", VatAnswer.VALID);
		answered("2026-06-10", VatAnswer.INVALID);
		answered("2026-06-23", VatAnswer.UNAVAILABLE);
		assertThat(counts("2026-06-09")).isEqualTo(VatAnswer.VALID);
		assertThat(counts("2026-06-23")).isEqualTo(VatAnswer.UNAVAILABLE);
		answered("2026-06-24", VatAnswer.VALID);
		assertThat(counts("2026-06-25")).isEqualTo(VatAnswer.VALID);
	}

	private void answered(String day, VatAnswer answer) {
		this.answers.store(LocalDate.parse(day), List.of(Map.entry(ID, answer)));
	}

	private VatAnswer counts(String day) {
		LocalDate date = LocalDate.parse(day);
		return this.answers.on(date, Set.of(ID)).getOrDefault(ID, VatAnswers.NONE).on(date, 30);
	}

}
