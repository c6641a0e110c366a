package dev.perennial.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;

import dev.perennial.testing.ProgramProcess;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Processes that start in half the time: the first that ends in order leaves an archive
 * of its classes, from which the others take them. Archives know jars only, so folders of
 * classes are packed.
 */
public final class QuickStart {

	private static @Nullable QuickStart standard;

	private final String classPath;

	private final Path archive;

	private boolean archiving;

	private QuickStart(String classPath, Path archive) {
		this.classPath = classPath;
		this.archive = archive;
	}

	/** With the classes of this process. */
	public static synchronized QuickStart standard() {
		QuickStart quick = standard;
		if (quick == null) {
			quick = with(List.of());
			standard = quick;
		}
		return quick;
	}

	/**
	 * With other classes before those of this process.
	 * @param before folders and jars whose classes win
	 */
	public static QuickStart with(List<Path> before) {
		try {
			Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "chaos")), "classes-");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
			List<String> entries = new ArrayList<>();
			Stream<Path> ours = Stream.of(System.getProperty("java.class.path").split(":")).map(Path::of);
			for (Path entry : Stream.concat(before.stream(), ours).toList()) {
				Path jar = Files.isDirectory(entry) ? pack(entry, folder.resolve(entries.size() + ".jar")) : entry;
				entries.add(jar.toAbsolutePath().toString());
			}
			return new QuickStart(String.join(":", entries), folder.resolve("classes.jsa"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A process to be started, the first of all to make the archive. */
	synchronized ProgramProcess process(Class<?> main, String... options) {
		// A process says nothing of its own.
		List<String> all = new ArrayList<>(List.of("-Xlog:disable"));
		if (Files.exists(this.archive)) {
			all.add("-XX:SharedArchiveFile=" + this.archive);
		}
		else if (!this.archiving) {
			all.add("-XX:ArchiveClassesAtExit=" + this.archive);
		}
		this.archiving = true;
		all.addAll(List.of(options));
		return new ProgramProcess(this.classPath, main, all);
	}

	private static Path pack(Path folder, Path jar) throws IOException {
		try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar), new Manifest());
				Stream<Path> files = Files.walk(folder)) {
			packed.setLevel(Deflater.NO_COMPRESSION);
			// Folders have entries, too: by them packages are found.
			for (Path file : files.filter((each) -> !each.equals(folder)).sorted().toList()) {
				boolean directory = Files.isDirectory(file);
				packed.putNextEntry(new JarEntry(folder.relativize(file) + (directory ? "/" : "")));
				packed.write(directory ? "".getBytes(UTF_8) : Files.readAllBytes(file));
				packed.closeEntry();
			}
		}
		return jar;
	}

}
