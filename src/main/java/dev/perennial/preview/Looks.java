package dev.perennial.preview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.perennial.dossier.NewPriceList;
import dev.perennial.renewal.Tonight;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** When nights look at subscriptions, read along the index of that date. */
class Looks {

	private final JdbcClient jdbc;

	Looks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The next ones in the order of date and id.
	 * @param until the last date
	 * @param after the one after which to go on, {@code null} to begin
	 */
	List<Look> next(LocalDate until, @Nullable Look after) {
		Look from = (after != null) ? after : new Look("", LocalDate.of(1000, 1, 1));
		return this.jdbc.sql("""
				SELECT subscription_id, look_on
				  FROM subscription
				 WHERE look_on >= :from AND look_on <= :until AND (look_on > :from OR subscription_id > :id)
				 ORDER BY look_on, subscription_id
				 LIMIT :size
				""")
			.param("from", from.lookOn())
			.param("id", from.subscription())
			.param("until", until)
			.param("size", Chunks.SIZE)
			.query((row, number) -> new Look(row.getString(1), row.getObject(2, LocalDate.class)))
			.list();
	}

	/**
	 * Those that a night looks at before their day, since its price list is a new one.
	 */
	List<String> atNewPrices(Tonight tonight) {
		return new NewPriceList(this.jdbc).of(tonight)
			.map((params) -> this.jdbc.sql(NewPriceList.CONCERNED)
				.params(params)
				.param("scope", "")
				.query(String.class)
				.list())
			.orElse(List.of());
	}

	/** When one is looked at, empty if never or unknown. */
	Optional<LocalDate> of(String subscription) {
		return this.jdbc.sql("SELECT look_on FROM subscription WHERE subscription_id = :id AND look_on IS NOT NULL")
			.param("id", subscription)
			.query((row, number) -> row.getObject(1, LocalDate.class))
			.optional();
	}

	/**
	 * A look at a subscription.
	 *
	 * @param subscription its id
	 * @param lookOn the first business date on which a night looks at it
	 */
	record Look(String subscription, LocalDate lookOn) {

	}

}
