package dev.perennial.offer;

/**
 * Who sells, as it is copied into every invoice (rules 9.3, 9.4).
 *
 * @param name the registered name
 * @param vatId the VAT id with its country prefix
 * @param country the ISO 3166 code of the country in which sales are domestic (rules 5.4)
 * @param address street, postal code and city
 * @param reached where partners write to, and pay by transfer
 */
public record Seller(String name, String vatId, String country, Address address, Reached reached) {

	/**
	 * How partners reach the seller.
	 *
	 * @param email where they write to
	 * @param bankAccount where they transfer to, as the mail says it
	 */
	public record Reached(String email, String bankAccount) {

	}

	/** Where the seller sits. */
	public record Address(String street, String postalCode, String city) {

	}

}
