package dev.perennial.renewal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy as settings and back: {@code renewal.window-days} to {@code 30}. */
public final class PolicySettings {

	private PolicySettings() {
	}

	/** The settings of a policy by their keys; a list is separated by commas. */
	public static SortedMap<String, String> of(Policy policy) {
		SortedMap<String, String> settings = new TreeMap<>();
		for (RecordComponent group : Policy.class.getRecordComponents()) {
			for (RecordComponent number : group.getType().getRecordComponents()) {
				settings.put(key(group, number), text(read(number, read(group, policy))));
			}
		}
		return settings;
	}

	/**
	 * The policy of such settings.
	 * @throws IllegalArgumentException if a key is unknown or missing or a value wrong
	 */
	public static Policy read(Map<String, String> settings) {
		Map<String, String> left = new TreeMap<>(settings);
		Object[] groups = Arrays.stream(Policy.class.getRecordComponents())
			.map((group) -> construct(group.getType(),
					Arrays.stream(group.getType().getRecordComponents())
						.map((number) -> value(key(group, number), number.getGenericType(), left))
						.toArray()))
			.toArray();
		if (!left.isEmpty()) {
			throw new IllegalArgumentException("unknown settings: " + left.keySet());
		}
		return construct(Policy.class, groups);
	}

	private static Object value(String key, Type type, Map<String, String> settings) {
		String text = settings.remove(key);
		if (text == null) {
			throw new IllegalArgumentException("the setting %s is missing".formatted(key));
		}
		try {
			if (type instanceof ParameterizedType) {
				return Arrays.stream(text.split(",")).filter((day) -> !day.isEmpty()).map(Integer::valueOf).toList();
			}
			return Integer.valueOf(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("%s is '%s', expected whole numbers".formatted(key, text), ex);
		}
	}

	private static String key(RecordComponent group, RecordComponent number) {
		return group.getName() + "." + number.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static String text(Object value) {
		return (value instanceof List<?> list) ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
				: value.toString();
	}

	private static Object read(RecordComponent component, Object owner) {
		try {
			return component.getAccessor().invoke(owner);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T> T construct(Class<T> type, Object[] values) {
		Class<?>[] types = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			return type.getConstructor(types).newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			if (ex.getCause() instanceof IllegalArgumentException wrong) {
				throw wrong;
			}
			throw new IllegalStateException(ex);
		}
	}

}
