package dev.perennial.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program as a process of its own, which can be killed.
 *
 * @param main its class
 * @param options of its virtual machine
 */
public record ProgramProcess(Class<?> main, List<String> options) {

	/**
	 * Starts it with the classes of this one.
	 * @param arguments of the program
	 * @param said the file for what it says
	 */
	public Process start(List<String> arguments, Path said) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
		command.addAll(this.options);
		command.add(this.main.getName());
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
	}

}
