package dev.perennial.model;

/** The first job (rules 11.1): it makes orders, it charges nothing. */
final class Intake {

	private final Tonight night;

	Intake(Tonight night) {
		this.night = night;
	}

	void run(Delivery delivery) {
		store(delivery); // 1.6: first all rows of all files
		new LookUps(this.night).inIntake(); // 6.2, 11.1
		new BankDesk(this.night).match(); // 7.2, 11.1
		new ByHand(this.night).take(delivery.byHand()); // 11.3: the next night takes them
		new RequestDesk(this.night).workOff(); // 11.1
	}

	private void store(Delivery delivery) {
		delivery.inbox().forEach((name, rows) -> {
			// 1.6: each file once, by its content
			if (!this.night.books.filesRead.add(rows.toString())) {
				return;
			}
			for (int line = 0; line < rows.size(); line++) {
				if (name.startsWith("bank-")) {
					this.night.books.bankLines.add(new BankLine(name, line + 2, rows.get(line)));
				}
				else {
					this.night.books.requests.add(new Request(name, line + 2, rows.get(line)));
				}
			}
		});
	}

}
