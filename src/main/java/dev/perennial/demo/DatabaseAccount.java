package dev.perennial.demo;

/**
 * Who logs in to a database.
 *
 * @param user the name
 * @param password the password, which no text of this record shows
 */
public record DatabaseAccount(String user, String password) {

	/** The user who owns the schema: creates tables and grants rights on them. */
	public static final String OWNER = "perennial_owner";

	/** The user of the program, with the rights that the migrations grant. */
	public static final String APP = "perennial_app";

	@Override
	public String toString() {
		return this.user;
	}

}
