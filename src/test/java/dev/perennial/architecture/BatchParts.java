package dev.perennial.architecture;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;

import org.springframework.batch.core.job.builder.JobBuilderHelper;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.builder.StepBuilder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Parts of Spring Batch that lose work, start twice or stop too early. */
public final class BatchParts {

	private static final Set<String> OF_A_CHUNK = Set.of("faultTolerant", "retry", "retryLimit", "retryPolicy", "skip",
			"skipLimit", "skipPolicy", "taskExecutor");

	private static final Set<String> BUILDERS_OF_STEPS = Set.of("StepBuilder", "ChunkOrientedStepBuilder",
			"TaskletStepBuilder", "SimpleStepBuilder", "PartitionStepBuilder");

	private BatchParts() {
	}

	public static List<Breach> rules(String root) {
		return List.of(
				new Breach(
						classes().that()
							.resideInAPackage(root + "..")
							.and()
							.resideOutsideOfPackage(root + ".work..")
							.should(Calls.notCall("new StepBuilder",
									(target) -> target.getName().equals("<init>")
											&& BUILDERS_OF_STEPS.contains(target.getOwner().getSimpleName())))
							.as("only `work` builds steps: it gives them the transactions, the stop and the fence"),
						"night.BuildsAStep"),
				rule(root, "chunk(int, PlatformTransactionManager)", BatchParts::isLegacyChunk,
						"the chunk of Batch 5 is not used", "work.ChunksAsBefore"),
				rule(root, "faultTolerant, retry, skip or taskExecutor of a chunk", BatchParts::hidesFailures,
						"a bad item becomes a row in a state, never a skip; a chunk has one thread",
						"work.SkipsWhatFails"),
				rule(root, "JobOperator.stop", (target) -> isCall(target, JobOperator.class, "stop"),
						"a night is stopped by its own flag", "night.StopsTheOperator"),
				new Breach(
						classes().that()
							.resideInAnyPackage(root + ".work..", root + ".night..", root + ".job..")
							.should(Calls.notCall("shutdownNow", (target) -> target.getName().equals("shutdownNow")))
							.allowEmptyShould(true)
							.as("no worker is interrupted: a step that is, ends as completed"),
						"work.InterruptsItsWorkers"),
				rule(root, "incrementer or startNextInstance",
						(target) -> isCall(target, JobBuilderHelper.class, "incrementer")
								|| isCall(target, JobOperator.class, "startNextInstance"),
						"a job is identified by its business date", "night.CountsItsRuns"),
				new Breach(noClasses().that()
					.resideInAPackage(root + "..")
					.should()
					.dependOnClassesThat()
					.haveNameMatching(
							"org\\.springframework\\.batch\\..*(Incrementer|EnableBatchProcessing|EnableJdbcJobRepository)")
					.as("Boot sets Spring Batch up, without a run id"), "night.SetsBatchUp"));
	}

	private static Breach rule(String root, String what, Predicate<CodeUnitAccessTarget> forbidden, String name,
			String offender) {
		return new Breach(
				classes().that().resideInAPackage(root + "..").should(Calls.notCall(what, forbidden)).as(name),
				offender);
	}

	private static boolean isLegacyChunk(CodeUnitAccessTarget target) {
		return isCall(target, StepBuilder.class, "chunk") && target.getRawParameterTypes().size() > 1;
	}

	private static boolean hidesFailures(CodeUnitAccessTarget target) {
		return OF_A_CHUNK.contains(target.getName()) && target.getOwner()
			.getName()
			.matches("org\\.springframework\\.batch\\..*(ChunkOriented|Simple|FaultTolerant)StepBuilder");
	}

	private static boolean isCall(CodeUnitAccessTarget target, Class<?> owner, String name) {
		JavaClass type = target.getOwner();
		return target.getName().equals(name) && type.isAssignableTo(owner);
	}

}
