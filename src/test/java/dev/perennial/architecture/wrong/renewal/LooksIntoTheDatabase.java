package dev.perennial.architecture.wrong.renewal;

import java.sql.Connection;

import org.jspecify.annotations.Nullable;

/** Wrong on purpose: a decision is given its facts. */
class LooksIntoTheDatabase {

	@Nullable Connection connection;

}
