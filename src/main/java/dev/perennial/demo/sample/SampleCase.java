package dev.perennial.demo.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A case of the rules: a subscription that comes once or at several times.
 *
 * @param id the id of its first subscription
 * @param copies the subscriptions of it
 * @param terms what was agreed
 * @param buyer whose it is
 */
record SampleCase(String id, List<Copy> copies, Terms terms, Buyer buyer) {

	/** Ends with the term of a 29 February that runs on D. */
	static final String FEB29 = "feb29";

	/** All cases written by hand. */
	static List<SampleCase> named() {
		return TextTable.read("subscriptions.txt", 8).stream().map(SampleCase::of).toList();
	}

	private static SampleCase of(List<String> cells) {
		List<Copy> copies = new ArrayList<>();
		boolean leap = cells.get(1).equals(FEB29);
		int ends = leap ? 0 : Integer.parseInt(cells.get(1));
		copies.add(new Copy("", ends, 0));
		for (String also : cells.get(2).split(" ")) {
			if (!also.isEmpty()) {
				int other = Integer.parseInt(also);
				copies.add(new Copy("." + (copies.size() + 1), other, other - ends));
			}
		}
		String[] offer = cells.get(3).split(" ");
		return new SampleCase(cells.get(0), copies,
				new Terms(offer[0], offer[1], cells.get(4), cells.get(5), leap ? FEB29 : cells.get(6)),
				Buyer.of(cells.get(7)));
	}

	/**
	 * One subscription of a case.
	 *
	 * @param suffix what its id adds to the case's
	 * @param ends its last day, in days after D
	 * @param shift how many days later than the first copy everything of it happens
	 */
	record Copy(String suffix, int ends, int shift) {

	}

	/**
	 * What was agreed.
	 *
	 * @param offer the code of the offer
	 * @param currency the ISO 4217 code
	 * @param renews on or off
	 * @param pays a gateway token, or transfer
	 * @param notice when the renewal notice was sent, in days after the last day, or -
	 */
	record Terms(String offer, String currency, String renews, String pays, String notice) {

		boolean isFeb29() {
			return this.notice.equals(FEB29);
		}

	}

	/**
	 * Whose a subscription is.
	 *
	 * @param country the ISO 3166 code
	 * @param marks what is special, as subscriptions.txt explains
	 */
	record Buyer(String country, List<String> marks) {

		static Buyer of(String cell) {
			List<String> words = Arrays.asList(cell.split(" "));
			return new Buyer(words.get(0), words.subList(1, words.size()));
		}

		boolean is(String mark) {
			return this.marks.contains(mark);
		}

		/** The value of a mark such as {@code vat=FR1}, empty if it is not there. */
		String value(String name) {
			return this.marks.stream()
				.filter((mark) -> mark.startsWith(name + "="))
				.map((mark) -> mark.substring(name.length() + 1))
				.findFirst()
				.orElse("");
		}

	}

}
