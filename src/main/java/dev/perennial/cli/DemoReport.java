package dev.perennial.cli;

import java.util.List;

import dev.perennial.night.ExitCode;

/**
 * What the demo did.
 *
 * @param night how the night ended, job by job
 * @param figures what came out of it
 * @param parked what waits for a person
 * @param places where to look
 * @param exitCode the night's
 */
record DemoReport(NightEnded night, List<NightFigures.Figure> figures, List<ParkedItem> parked, DemoPlaces places,
		int exitCode) {

	String text() {
		return """
				%s

				%s

				%s

				%s
				%s
				To go on with the same data:
				  ./perennial --demo status               what is open
				  ./perennial --demo explain SUB-0001     why a night does or does not touch a subscription
				  ./perennial --demo night --dry-run      what the next night would do
				  ./perennial --demo night                the next night
				"""
			.formatted(NightEnded.text(List.of(this.night), null), NightFigures.table(this.figures),
					ParkedCommand.text(this.parked), Texts.table(List.of("to look at", "where"), this.places.rows()),
					ending())
			.stripTrailing();
	}

	private String ending() {
		return (this.exitCode != ExitCode.LOOK.code()) ? ""
				: """

						Exit code 3: all is done, and a person should look at what waits. The sample has it so on purpose: an offer
						without a price in one currency is neither announced nor claimed until somebody adds one, all others go on.
						""";
	}

}
