package dev.perennial.invoice;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.offer.Seller;
import dev.perennial.partner.Partner;

/**
 * Buyer or seller, as they are copied into a document (rules 9.3).
 *
 * @param name the registered name
 * @param vatId the VAT id with its prefix, empty if there is none
 * @param country the ISO 3166 code
 * @param address street, postal code and city on one line
 */
public record Party(String name, String vatId, String country, String address) {

	public static Party of(Partner partner) {
		Partner.Address address = partner.address();
		return new Party(partner.legalName(), partner.vatId(), address.country(),
				line(address.street(), address.postalCode(), address.city()));
	}

	public static Party of(Seller seller) {
		Seller.Address address = seller.address();
		return new Party(seller.name(), seller.vatId(), seller.country(),
				line(address.street(), address.postalCode(), address.city()));
	}

	private static String line(String street, String postalCode, String city) {
		String town = Stream.of(postalCode, city).filter((part) -> !part.isBlank()).collect(Collectors.joining(" "));
		return Stream.of(street, town).filter((part) -> !part.isBlank()).collect(Collectors.joining(", "));
	}

}
