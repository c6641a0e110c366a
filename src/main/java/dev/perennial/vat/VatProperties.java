package dev.perennial.vat;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which register of VAT ids is asked.
 *
 * @param register {@code local}, or the address of the REST service of VIES
 * @param timeout how long it is waited for
 */
@ConfigurationProperties(prefix = "vat", ignoreUnknownFields = false)
public record VatProperties(@DefaultValue("https://ec.europa.eu/taxation_customs/vies/rest-api") String register,
		@DefaultValue("10s") Duration timeout) {

	/** The register that makes its answers up. */
	static final String LOCAL = "local";

	public VatProperties {
		if (!register.equals(LOCAL) && !register.matches("https?://[^\\s]+")) {
			throw new IllegalArgumentException(
					"vat.register must be local or an address such as https://ec.europa.eu/taxation_customs/vies/rest-api, not '%s'"
						.formatted(register));
		}
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("vat.timeout must be a duration such as 10s, not " + timeout);
		}
	}

	VatIds vatIds() {
		return this.register.equals(LOCAL) ? VatIds.local() : VatIds.online(URI.create(this.register), this.timeout);
	}

}
