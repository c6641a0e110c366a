package dev.perennial.night;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.SettableClock;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody else used the reference of an attempt that nobody knows about (rules 6.2): the
 * order is PARKED while what was charged disagrees, a person gets out of it, and no money
 * is taken while the first is there. S1 of BRONZE costs 790.00 EUR and ended on
 * 2026-06-22; its first call fails, later ones succeed.
 */
@DatabaseTest
@Tag("mysql")
class FoundChargeDisagreesTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private static final String ORDER = "S1-20260623-1";

	private final TestDatabase database;

	@TempDir
	Path folder;

	FoundChargeDisagreesTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void chargesAgainOnlyWhenTheMoneyWasGivenBackAndAPersonSaysSo() throws Exception {
		try (RunningProgram program = new RunningProgram(this.database, this.folder)) {
			new Members().renewingBy("pm_sim_500_then_ok", 1, "S", D.minusDays(1)).load(program, this.folder, D);
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(attempts()).containsExactly(ORDER + "/1 UNKNOWN");

			call(program, "payment_intents", "another",
					"amount=1200&currency=eur&payment_method=pm_card_visa&confirm=true"
							+ "&metadata[merchant_reference]=%s/1&metadata[subscription_id]=T9".formatted(ORDER));
			assertThat(program.night(D.plusDays(1)).exitCode()).as("a person should look").isEqualTo(ExitCode.LOOK);
			assertThat(parked()).singleElement()
				.asString()
				.contains("12.00 EUR", "T9", "790.00 EUR", "refund it", "perennial retry ORDER:" + ORDER);
			assertThat(program.night(D.plusDays(2)).exitCode()).as("said once").isEqualTo(ExitCode.DONE);

			retry();
			assertThat(program.night(D.plusDays(3)).exitCode()).as("the money is there").isEqualTo(ExitCode.LOOK);
			assertThat(attempts()).containsExactly(ORDER + "/1 UNKNOWN");

			call(program, "refunds", "given back", "payment_intent=pi_local_00000001");
			assertThat(program.night(D.plusDays(4)).exitCode()).as("nobody said so").isEqualTo(ExitCode.LOOK);
			assertThat(attempts()).containsExactly(ORDER + "/1 UNKNOWN");
			assertThat(parked()).singleElement()
				.asString()
				.contains("12.00 EUR were given back", "No money of it is left");

			retry();
			assertThat(program.night(D.plusDays(5)).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(attempts()).containsExactly(ORDER + "/1 NOT_CHARGED", ORDER + "/2 SUCCEEDED");
			assertThat(parked()).isEmpty();
			assertThat(texts("SELECT CONCAT(payment_id, ' ', amount) FROM payment"))
				.containsExactly("CARD:%s/2 79000".formatted(ORDER));
			assertThat(program.gateway().booksAsCsv().lines().map((line) -> line.replaceAll(",[^,]*$", "")).skip(1))
				.containsExactly(ORDER + "/1,12.00,EUR,succeeded", ORDER + "/2,790.00,EUR,succeeded");
		}
	}

	/** The charge is ours, but somebody gave the money back before we knew of it. */
	@Test
	void startsNoTermForMoneyThatWasGivenBack() throws Exception {
		SettableClock clock = new SettableClock();
		try (RunningProgram program = new RunningProgram(this.database, this.folder, clock)) {
			new Members().renewingBy("pm_sim_timeout_charged_late", 1, "S", D.minusDays(1))
				.load(program, this.folder, D);
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(attempts()).containsExactly(ORDER + "/1 UNKNOWN");
			call(program, "refunds", "given back", "payment_intent=pi_local_00000001");
			clock.goOn(Duration.ofSeconds(6)); // the token keeps it out of the list for 5
			assertThat(program.night(D.plusDays(1)).exitCode()).isEqualTo(ExitCode.LOOK);
			assertThat(attempts()).containsExactly(ORDER + "/1 UNKNOWN");
			assertThat(parked()).singleElement().asString().contains("790.00 EUR were given back");
			assertThat(texts("SELECT number FROM document")).isEmpty();
		}
	}

	private void call(RunningProgram program, String what, String key, String form)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(program.gateway().baseUrl() + "/v1/" + what))
			.header("Authorization", "Bearer " + program.setting("gateway.api-key"))
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.ofString(form.replace("[", "%5B").replace("]", "%5D")))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	/** As {@code perennial retry} records it. */
	private void retry() {
		this.database.ownerJdbc().sql("DELETE FROM retry_request").update();
		this.database.ownerJdbc()
			.sql("INSERT INTO retry_request (parked_id, asked_by) VALUES (:id, 'anna')")
			.param("id", "ORDER:" + ORDER)
			.update();
	}

	private List<String> attempts() {
		return texts("SELECT CONCAT(merchant_reference, ' ', state) FROM charge_attempt ORDER BY 1");
	}

	private List<String> parked() {
		return texts("SELECT parked_error FROM renewal_order WHERE parked_error IS NOT NULL");
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

}
