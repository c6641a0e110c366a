package dev.perennial.catalogue;

import dev.perennial.offer.Seller;

/** Reads {@code seller.yaml}. */
final class SellerFile {

	private SellerFile() {
	}

	static Seller read(String yaml) {
		Section entry = Section.of(CatalogueTexts.SELLER, yaml)
			.only("seller")
			.section("seller")
			.only("name", "vat-id", "country", "street", "postal-code", "city", "email", "bank-account");
		return new Seller(entry.text("name"),
				entry.value("vat-id", "a VAT id with its prefix such as DE136695976",
						OffersFile.matching("[A-Z]{2}[A-Z0-9]{2,13}")),
				entry.value("country", "an ISO 3166 code such as DE", TaxFile.COUNTRY),
				new Seller.Address(entry.text("street"), entry.text("postal-code"), entry.text("city")),
				new Seller.Reached(entry.value("email", "an address such as billing@seller.example",
						OffersFile.matching("[^@\\s]+@[^@\\s]+")), entry.text("bank-account")));
	}

}
