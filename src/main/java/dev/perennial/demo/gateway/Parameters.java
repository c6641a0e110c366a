package dev.perennial.demo.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, form-encoded as Stripe's API takes them.
 *
 * @param values by name, such as {@code metadata[order_number]}
 */
record Parameters(SortedMap<String, String> values) {

	static Parameters read(@Nullable String form) {
		SortedMap<String, String> values = new TreeMap<>();
		for (String pair : ((form != null) ? form : "").split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
			}
		}
		return new Parameters(values);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	String get(String name) {
		return this.values.getOrDefault(name, "");
	}

	long whole(String name, long otherwise) {
		String value = get(name);
		if (value.isEmpty()) {
			return otherwise;
		}
		if (!value.matches("\\d{1,15}")) {
			throw new CallRefused("parameter_invalid_integer", name, "Invalid integer: " + name);
		}
		return Long.parseLong(value);
	}

	Map<String, String> metadata() {
		Map<String, String> metadata = new TreeMap<>();
		this.values.forEach((name, value) -> {
			if (name.startsWith("metadata[") && name.endsWith("]")) {
				metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
			}
		});
		return metadata;
	}

	/** What makes two calls the same, whatever the order of their parameters. */
	String fingerprint(String path) {
		try {
			byte[] bytes = (path + this.values).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Parameters" + this.values.keySet();
	}

}
