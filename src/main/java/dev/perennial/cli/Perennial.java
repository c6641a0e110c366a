package dev.perennial.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program as a command; each thing that it does is a command below it. */
@Command(name = "perennial", description = "The nightly renewal system for annual partner memberships.",
		synopsisSubcommandLabel = "COMMAND", versionProvider = Version.class,
		footer = { "", "A setting is given as --KEY=VALUE, such as --night.zone=Europe/Berlin: see config/README.md.",
				"Exit codes: 0 done, 1 failed or violated, 2 not started, 3 done but a person should look,",
				"4 another process runs a night, 5 waits for approval." })
final class Perennial {

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT,
			description = "Says how the command is used.")
	boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Says which version this is.")
	boolean version;

	@Option(names = "--demo", description = "Before a command: works with the data of the last 'demo'.")
	boolean demo;

}
