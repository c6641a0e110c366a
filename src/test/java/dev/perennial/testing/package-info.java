/**
 * What tests stand on: one database server per build, the schema migrated once and copied
 * for a test class. What comes in are the migrations and, if given, the port of a MySQL;
 * what goes out is a {@link dev.perennial.testing.TestDatabase}, the same for every test.
 */
@NullMarked
package dev.perennial.testing;

import org.jspecify.annotations.NullMarked;
