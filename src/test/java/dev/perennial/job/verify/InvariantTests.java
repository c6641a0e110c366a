package dev.perennial.job.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each invariant goes red where its data is broken, and no other that has no reason
 * (rules 11.7).
 */
@Tag("verify")
@Tag("mysql")
@TestInstance(Lifecycle.PER_CLASS)
class InvariantTests {

	private World guarded;

	private World unguarded;

	@BeforeAll
	void makeWorlds() throws SQLException {
		this.guarded = World.guarded();
		this.unguarded = World.unguarded();
	}

	@AfterEach
	void undo() throws SQLException {
		this.guarded.undo();
		this.unguarded.undo();
	}

	@AfterAll
	void close() throws SQLException {
		this.guarded.close();
		this.unguarded.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("dev.perennial.job.verify.Breaks#all")
	void seeWhatIsBroken(Break broken) {
		World world = this.guarded;
		if (broken.refusedBy() != null) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.guarded.apply(broken))
				.withStackTraceContaining(Objects.requireNonNull(broken.refusedBy()));
			world = this.unguarded;
		}
		world.apply(broken);
		List<Violation> violations = world.everything().violations();
		assertThat(World.red(violations)).as("%s", violations).isEqualTo(broken.expected());
		assertThat(violations).allSatisfy((violation) -> assertThat(violation.detail()).isNotBlank());
		assertThat(World.red(world.night(broken.expected()).violations()).contains(broken.meant()))
			.as("the check of the night sees it")
			.isEqualTo(!broken.onlyEverything());
	}

	@Test
	void areEachBroken() throws IOException {
		Set<String> broken = new TreeSet<>(Breaks.all().stream().map(Break::meant).toList());
		assertThat(broken).containsExactlyElementsOf(Invariants.all().stream().map(Invariant::id).toList());
	}

	@Test
	void leaveAConsistentWorldGreenWithoutTheGuardsToo() {
		assertThat(this.unguarded.everything().violations()).isEmpty();
	}

}
