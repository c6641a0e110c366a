package dev.perennial.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program as a process of its own, which can be killed.
 *
 * @param classPath where its classes are
 * @param main its class
 * @param options of its virtual machine
 */
public record ProgramProcess(String classPath, Class<?> main, List<String> options) {

	/** With the classes of this one. */
	public ProgramProcess(Class<?> main, List<String> options) {
		this(System.getProperty("java.class.path"), main, options);
	}

	/**
	 * Starts it.
	 * @param arguments of the program
	 * @param said the file for what it says
	 */
	public Process start(List<String> arguments, Path said) throws IOException {
		return builder(arguments).redirectOutput(said.toFile()).start();
	}

	/** To be started, with errors among what it says. */
	public ProcessBuilder builder(List<String> arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-XX:TieredStopAtLevel=1", "-cp", this.classPath));
		command.addAll(this.options);
		command.add(this.main.getName());
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true);
	}

}
