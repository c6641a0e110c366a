package dev.perennial.cli;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is, as the jar says it. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = Version.class.getPackage().getImplementationVersion();
		return new String[] { "perennial " + Objects.requireNonNullElse(version, "from its classes, without a jar") };
	}

}
