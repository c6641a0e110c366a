package dev.perennial.preview;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.perennial.money.Money;
import dev.perennial.preview.fold.Foreseen;
import org.jspecify.annotations.Nullable;

/** How much a night does to the outside. */
public final class NightVolume {

	private final LocalDate date;

	private final SortedMap<String, Money> charged = new TreeMap<>();

	private final SortedMap<String, Money> invoiced = new TreeMap<>();

	private long mails;

	private long charges;

	NightVolume(LocalDate date) {
		this.date = date;
	}

	void add(Foreseen item) {
		String what = item.result().what();
		switch (item.thing().kind()) {
			case NOTICE -> this.mails += what.equals("SENT") ? 1 : 0;
			case CHARGE -> {
				this.charges++;
				add(this.charged, item.result().amount());
			}
			case DOCUMENT -> {
				if (what.equals("ISSUED") && item.thing().name().equals("INVOICE")) {
					add(this.invoiced, item.result().amount());
				}
			}
			default -> {
			}
		}
	}

	private static void add(SortedMap<String, Money> sums, @Nullable Money amount) {
		if (amount != null) {
			sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
		}
	}

	/** The business date. */
	public LocalDate date() {
		return this.date;
	}

	/** Mails that go out. */
	public long mails() {
		return this.mails;
	}

	/** Cards that are charged, or turn out to have been. */
	public long charges() {
		return this.charges;
	}

	/** What they are charged, by currency. */
	public SortedMap<String, Money> charged() {
		return this.charged;
	}

	/** The gross of the invoices that are issued, of cards and transfers, by currency. */
	public SortedMap<String, Money> invoiced() {
		return this.invoiced;
	}

}
