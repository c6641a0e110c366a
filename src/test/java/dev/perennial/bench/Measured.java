package dev.perennial.bench;

/**
 * A job, a step or a yardstick, measured.
 *
 * @param name what it was
 * @param items how many it did
 * @param seconds how long it took
 * @param program what its process used, {@code NONE} where there was none of its own
 * @param server what the database server did for it
 */
record Measured(String name, long items, double seconds, BenchProgram.Used program, ServerCounters server) {

	double perSecond() {
		return this.items / Math.max(this.seconds, 0.001);
	}

	/** Processor time of program and server together. */
	double cpuSeconds() {
		return this.program.cpuSeconds() + this.server.cpuSeconds();
	}

	/** The same under another name, for a part of the time. */
	Measured step(String name, long items, double seconds) {
		return new Measured(name, items, seconds, this.program, this.server);
	}

	static String headings() {
		return """
				| what | items | seconds | items/s | CPU s program | CPU s server | statements/item | commits/item | rows read/item | rows written/item | peak heap MB |
				|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
				""";
	}

	/** What the program sent, or where there is none the server was sent by everybody. */
	long statements() {
		return (this.program.statements() > 0) ? this.program.statements() : this.server.statements();
	}

	long commits() {
		return (this.program.statements() > 0) ? this.program.commits() : this.server.commits();
	}

	String row() {
		double all = Math.max(1, this.items);
		return "| %s | %,d | %.1f | %,.0f | %s | %.1f | %.3f | %.4f | %.1f | %.1f | %s |%n".formatted(this.name,
				this.items, this.seconds, perSecond(),
				(this.program.cpuSeconds() > 0) ? "%.1f".formatted(this.program.cpuSeconds()) : "",
				this.server.cpuSeconds(), statements() / all, commits() / all, this.server.rowsRead() / all,
				this.server.rowsWritten() / all,
				(this.program.peakHeap() > 0) ? "%d".formatted(this.program.peakHeap() >> 20) : "");
	}

}
