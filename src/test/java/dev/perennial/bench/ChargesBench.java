package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.perennial.demo.gateway.LocalGateway;
import dev.perennial.demo.gateway.LocalGatewaySettings;

import org.springframework.util.FileSystemUtils;

import static dev.perennial.bench.Memberships.D;

/** A night that charges many cards, against the rate that the card gateway allows. */
final class ChargesBench {

	/** What is in flight at the full rate, and as much again. */
	private static final int CONCURRENCY = 2 * BenchSizes.RATE * BenchSizes.DELAY / 1000;

	private final BenchSizes sizes;

	private final BenchReport report;

	ChargesBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		Path folder = BenchSizes.FOLDER.resolve("charges");
		// Books of a run before would answer for the gateway.
		FileSystemUtils.deleteRecursively(folder);
		LocalGatewaySettings slow = LocalGatewaySettings.of(0, folder.resolve("books-of-the-night"), "sk_test_local")
			.withDelay(Duration.ofMillis(BenchSizes.DELAY));
		try (BenchDatabase night = BenchDatabase.create("night");
				LocalGateway gateway = new LocalGateway(slow, Clock.systemUTC());
				BenchProgram program = new BenchProgram(night, folder,
						Map.of("gateway.base-url", gateway.baseUrl().toString(), "charging.rate-per-second",
								String.valueOf(BenchSizes.RATE), "charging.concurrency",
								String.valueOf(CONCURRENCY)))) {
			new Memberships(night, this.sizes.charges()).charged(this.sizes.charges());
			night.analyse();
			program.job("intake", D, 0, "--approve");
			Measured renewals = program.job("renewals", D, this.sizes.charges(), "--approve");
			Measured charges = renewals.step("charge-cards", this.sizes.charges(), program.stepSeconds("charge-cards"));
			this.report.jobs("Charges: %d calls/s, answered after %d ms, %d in flight".formatted(BenchSizes.RATE,
					BenchSizes.DELAY, CONCURRENCY), List.of(renewals, charges));
			this.report.note(program.profile("renewals"));
			this.report.ratio("charges, against the rate limit", charges.perSecond() / BenchSizes.RATE, ">=", 0.95);
			this.report.ratio("most charges booked in a second, against the rate limit",
					(double) mostInASecond(gateway) / BenchSizes.RATE, "<=", 1);
			night.drop();
		}
	}

	private static long mostInASecond(LocalGateway gateway) {
		List<Instant> booked = gateway.booksAsCsv()
			.lines()
			.skip(1)
			.map((line) -> Instant.parse(line.substring(line.lastIndexOf(',') + 1)))
			.sorted()
			.toList();
		long most = 0;
		int first = 0;
		for (int last = 0; last < booked.size(); last++) {
			while (!booked.get(first).plusSeconds(1).isAfter(booked.get(last))) {
				first++;
			}
			most = Math.max(most, last - first + 1);
		}
		return most;
	}

}
