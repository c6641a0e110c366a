package dev.perennial.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Clock;

import com.sun.management.OperatingSystemMXBean;

import dev.perennial.PerennialApplication;
import dev.perennial.ReadingApplication;
import dev.perennial.cli.CommandLineProgram;
import dev.perennial.cli.Console;

/** The program, which says at its end what it used. */
final class MeasuredProgram {

	private MeasuredProgram() {
	}

	public static void main(String[] args) {
		int code = new CommandLineProgram(PerennialApplication.class, ReadingApplication.class, Clock.systemUTC(),
				Console.standard())
			.run(args);
		long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
		long heap = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
		System.out.printf("%nused %d %d %d %d %d%n", cpu, heap, CountedStatements.statements(),
				CountedStatements.commits(), CountedDeadlocks.count());
		StatementSamples.write();
		System.exit(code);
	}

}
