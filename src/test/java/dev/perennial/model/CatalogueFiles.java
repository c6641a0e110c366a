package dev.perennial.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads offers.yaml, seller.yaml and tax.yaml of a folder. */
final class CatalogueFiles {

	private CatalogueFiles() {
	}

	static Catalogue read(Path folder) {
		Map<String, Offer> offers = new TreeMap<>();
		for (Map<String, Object> offer : list(load(folder.resolve("offers.yaml")), "offers")) {
			offers.put(text(offer, "code"), offer(offer));
		}
		Map<String, Object> seller = map(load(folder.resolve("seller.yaml")).getOrDefault("seller", Map.of()));
		List<Catalogue.Rate> rates = list(load(folder.resolve("tax.yaml")), "rates").stream()
			.map((rate) -> new Catalogue.Rate(text(rate, "country"), LocalDate.parse(text(rate, "from")),
					new BigDecimal(text(rate, "percent"))))
			.toList();
		return new Catalogue(offers, text(seller, "country"), rates);
	}

	private static Offer offer(Map<String, Object> offer) {
		Offer.Policies policies = new Offer.Policies(flag(offer, "qualification"), flag(offer, "notice-before-charge"),
				flag(offer, "benefits-in-window"));
		List<Offer.Price> prices = list(offer, "prices").stream()
			.map((price) -> new Offer.Price(text(price, "currency"), LocalDate.parse(text(price, "from")),
					Amounts.units(text(price, "net"), text(price, "currency"))))
			.toList();
		Map<String, String> names = new TreeMap<>();
		map(offer.getOrDefault("names", Map.of())).forEach((language, name) -> names.put(language, name.toString()));
		return new Offer(text(offer, "code"), names, text(offer, "renewal-anchor").equals("CONTIGUOUS"), policies,
				prices);
	}

	private static Map<String, Object> load(Path file) {
		try {
			return map(texts().load(Files.readString(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every scalar is a text: the country NO stays no false, 99.10 no double. */
	private static Yaml texts() {
		DumperOptions dumper = new DumperOptions();
		LoaderOptions loader = new LoaderOptions();
		return new Yaml(new SafeConstructor(loader), new Representer(dumper), dumper, loader, new Resolver() {
			@Override
			protected void addImplicitResolvers() {
				// none
			}
		});
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object node) {
		return (Map<String, Object>) node;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> node, String key) {
		return (List<Map<String, Object>>) node.getOrDefault(key, List.of());
	}

	private static String text(Map<String, Object> node, String key) {
		return node.getOrDefault(key, "").toString();
	}

	private static boolean flag(Map<String, Object> node, String key) {
		return text(node, key).equals("true");
	}

}
