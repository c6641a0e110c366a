package dev.perennial.model;

import java.util.List;
import java.util.Map;

/** All jobs for one business date, in their order (rules 11.1). */
final class Night {

	private Night() {
	}

	/** Gives the rows of each file of the outbox. */
	static Map<String, List<List<String>>> run(Tonight night, Delivery delivery) {
		new Intake(night).run(delivery);
		new Renewals(night).run();
		new Windows(night).run();
		new Invoices(night).run();
		new Notices(night).run();
		return new Outbox(night).files();
	}

}
