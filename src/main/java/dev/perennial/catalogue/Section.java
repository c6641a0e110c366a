package dev.perennial.catalogue;

import java.io.StringReader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file that knows its file, path and lines and refuses every key it
 * is not asked for.
 *
 * It reads the nodes, not the values YAML makes of them: the country NO stays a text and
 * 425.10 keeps its digits.
 */
final class Section {

	private final String file;

	private final String path;

	private final Node node;

	private final Map<String, Node> values = new LinkedHashMap<>();

	private Section(String file, String path, Node node) {
		this.file = file;
		this.path = path;
		this.node = node;
		if (!(node instanceof MappingNode mapping)) {
			throw refused(node, "%s must have keys".formatted(path.isEmpty() ? "the file" : path));
		}
		for (NodeTuple entry : mapping.getValue()) {
			String key = text(entry.getKeyNode(), at("a key"));
			if (this.values.put(key, entry.getValueNode()) != null) {
				throw refused(entry.getKeyNode(), "%s stands there twice; remove one".formatted(at(key)));
			}
		}
	}

	/**
	 * Reads a whole file.
	 * @param file its name, for errors
	 * @param yaml its text
	 */
	static Section of(String file, String yaml) {
		try {
			Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
			if (root == null) {
				throw new CatalogueRefused(file, 1, "the file is empty");
			}
			return new Section(file, "", root);
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			throw new CatalogueRefused(file, line, "not YAML: " + ex.getProblem());
		}
		catch (YAMLException ex) {
			throw new CatalogueRefused(file, 1, "not YAML: " + ex.getMessage());
		}
	}

	/** Refuses every key but these. */
	Section only(String... keys) {
		Set<String> known = Set.of(keys);
		this.values.forEach((key, value) -> {
			if (!known.contains(key)) {
				throw refused(value, "%s is not known; expected one of %s".formatted(at(key), String.join(", ", keys)));
			}
		});
		return this;
	}

	Set<String> keys() {
		return this.values.keySet();
	}

	/** The mapping under a key. */
	Section section(String key) {
		return new Section(this.file, at(key), value(key, "keys"));
	}

	/** The mappings of the list under a key. */
	List<Section> sections(String key) {
		if (!(value(key, "a list") instanceof SequenceNode list) || list.getValue().isEmpty()) {
			throw refused(value(key, "a list"), "%s must be a list with at least one entry".formatted(at(key)));
		}
		List<Section> sections = new ArrayList<>();
		for (Node entry : list.getValue()) {
			sections.add(new Section(this.file, "%s[%d]".formatted(at(key), sections.size() + 1), entry));
		}
		return sections;
	}

	/** The text under a key, without blanks around it and never empty. */
	String text(String key) {
		return text(value(key, "a text"), at(key));
	}

	/**
	 * The value under a key.
	 * @param expected how a right value looks, for the error
	 * @param reader reads the text and throws on a wrong one
	 */
	<T> T value(String key, String expected, Function<String, T> reader) {
		Node value = value(key, expected);
		String text = text(value, at(key));
		try {
			return reader.apply(text);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw refused(value, "%s is '%s', expected %s".formatted(at(key), text, expected));
		}
	}

	/** What is wrong with this section as a whole. */
	CatalogueRefused refused(String what) {
		return refused(this.node, what);
	}

	private Node value(String key, String expected) {
		Node value = this.values.get(key);
		if (value == null) {
			throw refused(this.node, "%s is missing, expected %s".formatted(at(key), expected));
		}
		return value;
	}

	private String text(Node value, String path) {
		if (!(value instanceof ScalarNode scalar)) {
			throw refused(value, "%s must be a single value".formatted(path));
		}
		String text = scalar.getValue().strip();
		if (text.isEmpty() || scalar.getTag().equals(Tag.NULL) || text.chars().anyMatch(Section::breaksLine)) {
			throw refused(value, "%s is empty or has control characters or line breaks".formatted(path));
		}
		return text;
	}

	private static boolean breaksLine(int c) {
		return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
	}

	private String at(String key) {
		return this.path.isEmpty() ? key : this.path + "." + key;
	}

	private CatalogueRefused refused(Node where, String what) {
		return new CatalogueRefused(this.file, where.getStartMark().getLine() + 1, what);
	}

}
