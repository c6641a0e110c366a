package dev.perennial.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import dev.perennial.notice.NoticeCode;
import dev.perennial.offer.PriceList;
import dev.perennial.renewal.Rulebook;
import dev.perennial.renewal.Tonight;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The subscriptions that a new price list concerns at once: a price that rose above the
 * quote is told in the first night in which it did (rules 5.3, 8.1). All others see the
 * list at their next look.
 */
public class NewPriceList {

	/**
	 * A SELECT of their ids as {@code item_key}, with the parameters of {@link #of} and
	 * {@code :scope}.
	 */
	public static final String CONCERNED = """
			SELECT s.subscription_id AS item_key
			  FROM subscription s
			 WHERE s.state = 'ACTIVE' AND s.term_ends_on BETWEEN :endsFrom AND :endsTo
			   AND s.look_on > :date AND (:scope = '' OR s.subscription_id = :scope)
			""";

	private final JdbcClient jdbc;

	public NewPriceList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whom a list concerns that is not the one of the night before.
	 * @return the parameters that find them, empty if the list is the same
	 */
	public Optional<Map<String, Object>> of(Tonight tonight) {
		LocalDate date = tonight.date();
		NoticeCode.Days around = NoticeCode.PRICE_CHANGE.daysAround(date);
		return before(date).filter((list) -> !list.isSameAs(tonight.catalogue().prices()))
			.map((list) -> Map.of("date", date, "endsFrom", mirrored(around.last(), date), "endsTo",
					mirrored(around.target(), date)));
	}

	/** The term whose notice has a day before its end on a date ends as long after it. */
	private static LocalDate mirrored(LocalDate day, LocalDate date) {
		return date.plusDays(date.toEpochDay() - day.toEpochDay());
	}

	private Optional<PriceList> before(LocalDate date) {
		return this.jdbc.sql("SELECT settings FROM night WHERE business_date = :before AND settings IS NOT NULL")
			.param("before", date.minusDays(1))
			.query(String.class)
			.optional()
			.map((settings) -> Rulebook.read(settings).catalogue().prices());
	}

}
