package dev.perennial.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.perennial.offer.Offer;
import dev.perennial.offer.PriceList;
import dev.perennial.offer.Seller;
import dev.perennial.tax.Tax;

/**
 * What is sold, at which prices, by whom and with which tax.
 *
 * @param offers the offers by code, in the order of their file
 * @param prices their net list prices
 * @param seller who sells
 * @param tax the tax of the seller's sales
 */
public record Catalogue(Map<String, Offer> offers, PriceList prices, Seller seller, Tax tax) {

	/**
	 * Reads the three files, strictly.
	 * @throws CatalogueRefused with file, line, key and what was expected, if a key is
	 * unknown, missing or doubled or a value wrong
	 */
	public static Catalogue read(CatalogueTexts texts) {
		OffersFile file = OffersFile.read(texts.offers());
		Map<String, Offer> offers = new LinkedHashMap<>();
		file.offers().forEach((offer) -> offers.put(offer.code(), offer));
		Seller seller = SellerFile.read(texts.seller());
		return new Catalogue(offers, file.prices(), seller,
				new Tax(seller.country(), TaxFile.read(texts.tax(), seller.country())));
	}

	public static Catalogue read(String offersYaml, String sellerYaml, String taxYaml) {
		return read(new CatalogueTexts(offersYaml, sellerYaml, taxYaml));
	}

	/** The offer of a code, empty if there is none. */
	public Optional<Offer> offer(String code) {
		return Optional.ofNullable(this.offers.get(code));
	}

	/** The codes of all offers, for errors. */
	public List<String> offerCodes() {
		return List.copyOf(this.offers.keySet());
	}

}
