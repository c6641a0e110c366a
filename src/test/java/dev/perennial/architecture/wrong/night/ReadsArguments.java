package dev.perennial.architecture.wrong.night;

import picocli.CommandLine;

/** Wrong on purpose: arguments are the command line's. */
class ReadsArguments {

	CommandLine line = new CommandLine(new Object());

}
