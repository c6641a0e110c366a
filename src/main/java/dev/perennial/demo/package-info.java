/**
 * What stands in on an empty machine. What comes in are a port and a folder of its own,
 * what goes out is a server that behaves like the real one and keeps its own books;
 * starting it again goes on where the folder ends.
 */
@NullMarked
package dev.perennial.demo;

import org.jspecify.annotations.NullMarked;
