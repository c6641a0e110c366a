package dev.perennial.architecture.wrong.rows;

import dev.perennial.architecture.wrong.cli.Command;

/** Wrong on purpose: nobody uses the command line. */
class RunsACommand {

	Command command = new Command();

}
