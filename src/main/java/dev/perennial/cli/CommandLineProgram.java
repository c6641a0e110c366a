package dev.perennial.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import dev.perennial.night.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The program from its arguments to its exit code. The arguments are understood before
 * anything starts, so that a wrong one costs nothing.
 */
public final class CommandLineProgram {

	private final Class<?> source;

	private final Class<?> reading;

	private final Clock clock;

	private final Console console;

	/**
	 * @param source the class of the Spring Boot application
	 * @param reading the class of the one that has only what reading needs
	 * @param clock what the stand-ins and the checks take for the time
	 * @param console where facts and progress go
	 */
	public CommandLineProgram(Class<?> source, Class<?> reading, Clock clock, Console console) {
		this.source = source;
		this.reading = reading;
		this.clock = clock;
		this.console = console;
	}

	/**
	 * Runs the command that the arguments name.
	 * @param arguments the command with its options, and settings of Spring Boot
	 * @return the exit code
	 */
	public int run(String... arguments) {
		List<String> settings = Arrays.stream(arguments).filter(CommandLineProgram::isSetting).toList();
		String[] command = Arrays.stream(arguments).filter((each) -> !isSetting(each)).toArray(String[]::new);
		return commands(settings).execute(command);
	}

	/** A setting has a dot in its key: no option of a command does. */
	private static boolean isSetting(String argument) {
		return argument.matches("(?s)--[^=.\\s]+\\.[^=\\s]*=.*");
	}

	private CommandLine commands(List<String> settings) {
		Perennial perennial = new Perennial();
		DemoData demo = new DemoData(DemoData.FOLDER, settings, this.clock);
		Application application = new Application(this.source, this.reading, settings,
				() -> demo.ifAsked(perennial.demo));
		CommandLine program = new CommandLine(perennial);
		program.addSubcommand(new DemoCommand(application, this.console, demo))
			.addSubcommand(new ImportCommand(application, this.console))
			.addSubcommand(new NightCommand(application, this.console))
			.addSubcommand(new StatusCommand(application, this.console))
			.addSubcommand(new HistoryCommand(application, this.console))
			.addSubcommand(new ExplainCommand(application, this.console))
			.addSubcommand(new ForecastCommand(application, this.console))
			.addSubcommand(new CheckCommand(application, this.console))
			.addSubcommand(new ParkedCommand(application, this.console))
			.addSubcommand(new RetryCommand(application, this.console))
			.addSubcommand(new RequestCommand(application, this.console))
			.addSubcommand(new StopCommand(application, this.console))
			.addSubcommand(new GatewayCommand(this.console, this.clock))
			.addSubcommand(new MailboxCommand(this.console));
		return program.registerConverter(LocalDate.class, Arguments::date)
			.setOut(this.console.out())
			.setErr(this.console.err())
			.setUsageHelpWidth(100)
			.setParameterExceptionHandler((ex, given) -> refused(ex))
			.setExecutionExceptionHandler((ex, line, parsed) -> Failure.of(ex).tell(this.console));
	}

	private int refused(ParameterException ex) {
		String name = ex.getCommandLine().getCommandSpec().qualifiedName();
		this.console.error("%s. '%s --help' says what is expected".formatted(Failure.oneLine(ex.getMessage()), name));
		return ExitCode.NOT_STARTED.code();
	}

}
