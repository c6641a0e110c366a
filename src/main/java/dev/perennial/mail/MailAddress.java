package dev.perennial.mail;

import java.net.IDN;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that we are willing to write to: one plain mailbox, no display name.
 */
public final class MailAddress {

	private static final Pattern LOCAL = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern
		.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

	private MailAddress() {
	}

	/**
	 * Whether a mail server could take this address at all (rules 8.5). Names in other
	 * scripts are taken after the {@code @} ({@code почта.рф}), not before it: not every
	 * relay on the way could carry them.
	 * @param address what the partner gave us
	 * @return false for anything empty, too long, with a display name, a comment, a
	 * quote, a blank, a line break or a control character
	 */
	public static boolean isUsable(@Nullable String address) {
		return address != null && inAscii(address) != null;
	}

	/**
	 * The address as it goes over the wire.
	 * @param address what the partner gave us
	 * @return the address with its domain in ASCII, or null if it is not usable
	 */
	static @Nullable String inAscii(String address) {
		int at = address.lastIndexOf('@');
		if (at < 1 || at > 64 || address.length() > 254 || !LOCAL.matcher(address.substring(0, at)).matches()) {
			return null;
		}
		String domain = address.substring(at + 1);
		if (isAscii(domain)) {
			// Which it stays, whatever is to be said against it.
			return DOMAIN.matcher(domain).matches() ? address : null;
		}
		try {
			String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
			String sent = address.substring(0, at + 1) + ascii;
			return (sent.length() <= 254 && DOMAIN.matcher(ascii).matches()) ? sent : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch((each) -> each < 128);
	}

}
