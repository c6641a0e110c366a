package dev.perennial.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what goes through a stream. */
final class Sha256 {

	private final MessageDigest digest;

	Sha256() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String of(Path file) {
		Sha256 sha256 = new Sha256();
		try (InputStream in = sha256.of(Files.newInputStream(file))) {
			in.transferTo(OutputStream.nullOutputStream());
			return sha256.hex();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
	}

	InputStream of(InputStream in) {
		return new DigestInputStream(in, this.digest);
	}

	OutputStream of(OutputStream out) {
		return new DigestOutputStream(out, this.digest);
	}

	/** 64 hex digits; once only. */
	String hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

}
