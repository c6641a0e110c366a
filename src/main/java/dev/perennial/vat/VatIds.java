package dev.perennial.vat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import com.helger.masterdata.vat.VATINSyntaxChecker;

/** Checks VAT ids (rules 5.5). */
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
	 * The register of the European Commission, which is asked only about ids that are
	 * formed as their country forms them.
	 * @param vies the address of its REST service
	 * @param timeout how long it is waited for before the answer is UNAVAILABLE
	 */
	public static VatIds online(URI vies, Duration timeout) {
		Vies register = new Vies(vies, timeout);
		return new VatIds((vatId) -> isMalformed(vatId) ? VatAnswer.INVALID : register.ask(vatId));
	}

	/**
	 * Asks whether a VAT id is valid today.
	 * @param vatId with its country prefix; blanks, dots and dashes in it do not count
	 * @return the answer, UNAVAILABLE where the register could not be asked
	 */
	public VatAnswer check(String vatId) {
		return this.register.apply(vatId.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT));
	}

	private static boolean isMalformed(String vatId) {
		if (!vatId.matches("[A-Z]{2}[A-Z0-9+*]{2,12}")) {
			return true;
		}
		// the checker calls everything valid that it has no check for
		return VATINSyntaxChecker.isValidatorPresent(vatId) && !VATINSyntaxChecker.isValidVATIN(vatId);
	}

	private static VatAnswer madeUp(String vatId) {
		String digits = vatId.replaceAll("\\D", "");
		if (digits.endsWith("404")) {
			return VatAnswer.INVALID;
		}
		return digits.endsWith("503") ? VatAnswer.UNAVAILABLE : VatAnswer.VALID;
	}

}
