package dev.perennial.architecture.wrong.tax;

import com.helger.masterdata.vat.VATINSyntaxChecker;

/** Wrong on purpose: VAT ids are vat's. */
class ChecksItself {

	boolean valid = VATINSyntaxChecker.isValidVATIN("ATU00000000");

}
