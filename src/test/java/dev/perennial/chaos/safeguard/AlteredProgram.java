package dev.perennial.chaos.safeguard;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.perennial.testing.TestServer;

/**
 * A folder that goes before the program's classes: one source of it, altered and
 * compiled.
 *
 * @param classes the folder
 */
record AlteredProgram(Path classes) {

	private static final Path SOURCES = Path.of("src", "main");

	/**
	 * Makes the program without a safeguard.
	 * @param folder an empty one
	 */
	static AlteredProgram without(Safeguard safeguard, Path folder) throws IOException {
		Path classes = Files.createDirectories(folder.resolve("classes"));
		if (safeguard.file().endsWith(".sql")) {
			write(classes.resolve("db/migration/V990__without_a_safeguard.sql"), safeguard.without());
		}
		else {
			Path altered = folder.resolve("source").resolve(safeguard.file());
			write(altered, source(safeguard).replace(safeguard.text(), safeguard.without()));
			compile(altered, classes);
		}
		return new AlteredProgram(classes);
	}

	private static void write(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	/** Options of a virtual machine that runs it, on the database of this one. */
	List<String> options() {
		return List.of("-cp", this.classes + File.pathSeparator + System.getProperty("java.class.path"),
				"-D%s=%s".formatted(TestServer.MYSQL_PORT, System.getProperty(TestServer.MYSQL_PORT, "")));
	}

	static String source(Safeguard safeguard) throws IOException {
		return Files.readString(SOURCES.resolve(safeguard.file()));
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
