package dev.perennial.offer;

/**
 * Who sells, as it is copied into every invoice (rules 9.3, 9.4).
 *
 * @param name the registered name
 * @param vatId the VAT id with its country prefix
 * @param country the ISO 3166 code of the country in which sales are domestic (rules 5.4)
 * @param address street, postal code and city
 * @param email where partners write to
 */
public record Seller(String name, String vatId, String country, Address address, String email) {

	/** Where the seller sits. */
	public record Address(String street, String postalCode, String city) {

	}

}
