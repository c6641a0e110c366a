package dev.perennial.demo;

import java.nio.file.Path;

import dev.perennial.demo.EmbeddedDatabase.Durability;

/** A program that uses the database of a folder until it is killed. */
final class EmbeddedDatabaseProgram {

	private EmbeddedDatabaseProgram() {
	}

	public static void main(String[] args) throws InterruptedException {
		EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]), Durability.NONE);
		Runtime.getRuntime().addShutdownHook(new Thread(database::close));
		System.out.println("port " + database.port());
		Thread.sleep(120_000);
	}

}
