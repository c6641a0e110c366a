package dev.perennial.architecture.wrong.cli;

/** What people call, and no other class. */
public class Command {

}
