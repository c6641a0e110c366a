package dev.perennial.chaos.safeguard;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A folder that goes before the program's classes: some sources of it, altered and
 * compiled.
 */
final class AlteredProgram {

	private AlteredProgram() {
	}

	/**
	 * Makes the program without a safeguard.
	 * @param folder an empty one
	 * @return the folder of its classes
	 */
	static Path without(Safeguard safeguard, Path folder) throws IOException {
		Path classes = Files.createDirectories(folder.resolve("classes"));
		for (Alteration alteration : safeguard.alterations()) {
			if (!alteration.isOfTheSchema()) {
				Path altered = folder.resolve("source").resolve(alteration.file());
				Files.createDirectories(altered.getParent());
				Files.writeString(altered, alteration.altered());
				compile(altered, classes);
			}
		}
		return classes;
	}

	private static void compile(Path file, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter said = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			boolean compiled = compiler.getTask(said, files, null, List.of("-proc:none", "-nowarn", "-cp",
					System.getProperty("java.class.path"), "-d", classes.toString()), null,
					files.getJavaFileObjects(file))
				.call();
			if (!compiled) {
				throw new IllegalStateException("%s does not compile: %s".formatted(file, said));
			}
		}
	}

}
