package dev.perennial.partner;

/**
 * A registered partner, as it was last imported.
 *
 * @param id the partner id
 * @param legalName the registered name
 * @param contact how to reach it
 * @param locale the language of its mails as a language tag, empty for English
 * @param vatId the VAT id with its prefix, empty if it has none
 * @param address where it sits
 */
public record Partner(String id, String legalName, Contact contact, String locale, String vatId, Address address) {

	/**
	 * How to reach a partner; each may be empty.
	 *
	 * @param email the address of its mails
	 * @param backupEmail the address that is tried when the first one is refused (rules
	 * 8.3)
	 * @param name whom to ask for
	 * @param phone their telephone number
	 */
	public record Contact(String email, String backupEmail, String name, String phone) {

		/**
		 * Whether a bank transfer can be agreed on: name, telephone number and e-mail
		 * address are there (rules 7.1).
		 */
		public boolean sufficesForTransfer() {
			return !this.name.isBlank() && !this.phone.isBlank() && !this.email.isBlank();
		}

	}

	/**
	 * Where a partner sits.
	 *
	 * @param street street and number
	 * @param postalCode postal code
	 * @param city city
	 * @param country the ISO 3166 code
	 */
	public record Address(String street, String postalCode, String city, String country) {

	}

}
