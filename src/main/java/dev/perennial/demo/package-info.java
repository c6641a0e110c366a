/**
 * What stands in on an empty machine. What comes in are a port and a folder of its own,
 * what goes out is a server on 127.0.0.1 that behaves like the real one and keeps its own
 * books; starting it again goes on where the folder ends, and a database server that
 * outlived its program is found by its pid file and used again.
 */
@NullMarked
package dev.perennial.demo;

import org.jspecify.annotations.NullMarked;
