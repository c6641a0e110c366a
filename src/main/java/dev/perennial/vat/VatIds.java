package dev.perennial.vat;

import java.util.Locale;
import java.util.function.Function;

/** Checks VAT ids. */
public final class VatIds {

	private final Function<String, VatAnswer> register;

	private VatIds(Function<String, VatAnswer> register) {
		this.register = register;
	}

	/**
	 * The register that answers without a network, for demo, tests and simulation: ids
	 * whose last three digits are 404 are INVALID, 503 UNAVAILABLE, all others VALID. It
	 * stands in for format and check digit too, so that any id can be made up.
	 */
	public static VatIds local() {
		return new VatIds(VatIds::madeUp);
	}

	/**
	 * Asks whether a VAT id is valid today.
	 * @param vatId with its country prefix; blanks, dots and dashes in it do not count
	 * @return the answer, UNAVAILABLE where the register could not be asked
	 */
	public VatAnswer check(String vatId) {
		return this.register.apply(vatId.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT));
	}

	private static VatAnswer madeUp(String vatId) {
		String digits = vatId.replaceAll("\\D", "");
		if (digits.endsWith("404")) {
			return VatAnswer.INVALID;
		}
		return digits.endsWith("503") ? VatAnswer.UNAVAILABLE : VatAnswer.VALID;
	}

}
