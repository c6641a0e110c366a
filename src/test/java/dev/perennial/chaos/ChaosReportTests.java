package dev.perennial.chaos;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The report says all that was seen.
 */
class ChaosReportTests {

	private static final String PART = "part\tsmall night\tMYSQL 9.7\t7\t470\t471\t0\t%d\t1\t940\t61\t2026-11-27 13:53 UTC\tcomplete\t%d";

	@Test
	void countsTheStartsThatFailedByThemselves() {
		assertThat(ChaosReport.text(List.of(PART.formatted(0, 2))).lines()).contains(
				"| small night | MYSQL 9.7 | 7 | 470 | 471 | 0 | 0 | 1 | 940 | 2 | 1:01 min | 2026-11-27 13:53 UTC | complete |");
	}

	@Test
	void keepsOfAPartWhatItsLastRunLeft() {
		String report = ChaosReport.text(List.of(PART.formatted(1, 0), "difference\tkilled at point 3\tterm: +1 row",
				"proof\tFENCE\tif (false)\tfrozen\truns of jobs: FAILED\tred\tMYSQL 9.7\t2026-11-27 14:00 UTC",
				PART.formatted(0, 0)));
		assertThat(report).doesNotContain("killed at point 3")
			.contains(
					"| FENCE | `if (false)` | frozen | `runs of jobs: FAILED` | red | MYSQL 9.7 | 2026-11-27 14:00 UTC |");
	}

	@Test
	void namesEachDifferenceAndWhereItWasSeen() {
		String report = ChaosReport.text(List.of(PART.formatted(1, 0), "difference\tkilled at point 3\tterm: +1 row"));
		assertThat(report).contains("- killed at point 3: `term: +1 row`");
	}

}
