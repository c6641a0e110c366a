package dev.perennial.preview.fold;

import java.util.List;

/** The jobs that decide something. */
public final class Jobs {

	/** In the order of the night (rules 11.1). */
	public static final List<String> ALL;

	static final String INTAKE = "intake";

	static final String RENEWALS = "renewals";

	static final String WINDOWS = "windows";

	static final String INVOICES = "invoices";

	static final String NOTICES = "notices";

	static {
		ALL = List.of(INTAKE, RENEWALS, WINDOWS, INVOICES, NOTICES);
	}

	private Jobs() {
	}

}
