package dev.perennial.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A certificate that a test makes for a server, signed by nobody but itself, and what
 * server and client need of it.
 *
 * @param folder where its files lie
 */
public record ServerCertificate(Path folder) {

	/** Of stores that hold nothing secret. */
	public static final String PASSWORD = "changeit";

	private static final String ALIAS = "server";

	/**
	 * Makes one with the keytool of this JDK.
	 * @param folder for its files, which are readable for a server on this machine
	 * @param name whom it is for, such as {@code ip:127.0.0.1}
	 */
	public static ServerCertificate of(Path folder, String name) throws Exception {
		ServerCertificate certificate = new ServerCertificate(Files.createDirectories(folder));
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", ALIAS, "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=perennial test",
				"-ext", "san=" + name, "-ext", "bc=ca:true", "-storetype", "PKCS12", "-storepass", PASSWORD,
				"-keystore", certificate.keyStoreFile().toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(keytool.waitFor()).as(said).isZero();
		certificate.write();
		return certificate;
	}

	private void write() throws GeneralSecurityException, IOException {
		KeyStore keys = keys();
		Files.writeString(pem(), pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
		Files.writeString(key(), pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
		try (OutputStream out = Files.newOutputStream(trustStore())) {
			trusted.store(out, PASSWORD.toCharArray());
		}
	}

	private static String pem(String what, byte[] bytes) {
		return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes));
	}

	private Path keyStoreFile() {
		return this.folder.resolve("keys.p12");
	}

	private KeyStore keys() throws GeneralSecurityException, IOException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(keyStoreFile())) {
			keys.load(in, PASSWORD.toCharArray());
		}
		return keys;
	}

	/** The certificate as text, for a server and for whoever trusts it. */
	public Path pem() {
		return this.folder.resolve("certificate.pem");
	}

	/** Its key as text, for a server. */
	public Path key() {
		return this.folder.resolve("key.pem");
	}

	/**
	 * A store of {@value #PASSWORD} with the certificate alone, for whoever trusts it.
	 */
	public Path trustStore() {
		return this.folder.resolve("trust.p12");
	}

	/** What a server in this virtual machine shows. */
	public SSLContext served() throws GeneralSecurityException, IOException {
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys(), PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

}
