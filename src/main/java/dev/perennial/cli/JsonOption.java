package dev.perennial.cli;

import picocli.CommandLine.Option;

/** The option of every command that prints facts. */
final class JsonOption {

	@Option(names = "--json", description = "Prints the facts as JSON.")
	private boolean json;

	boolean given() {
		return this.json;
	}

}
