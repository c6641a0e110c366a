package dev.perennial.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a process is told that is to work off a night. Of a key that is set again the last
 * value counts: Spring would take all of them.
 *
 * @param night the date
 * @param settings by key
 */
record NightOrders(LocalDate night, Map<String, String> settings) {

	static NightOrders of(LocalDate night, List<String> arguments) {
		return new NightOrders(night, new LinkedHashMap<>()).with(arguments);
	}

	/** With more settings, {@code --key=value}. */
	NightOrders with(List<String> arguments) {
		NightOrders orders = new NightOrders(this.night, new LinkedHashMap<>(this.settings));
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			orders.settings.put(argument.substring(2, equals), argument.substring(equals + 1));
		}
		return orders;
	}

	/** With more settings. */
	NightOrders with(Map<String, String> more) {
		NightOrders orders = new NightOrders(this.night, new LinkedHashMap<>(this.settings));
		orders.settings.putAll(more);
		return orders;
	}

	/** The command and its arguments. */
	List<String> command() {
		List<String> command = new ArrayList<>(List.of("night", "--date", this.night.toString(), "--approve"));
		this.settings.forEach((key, value) -> command.add("--%s=%s".formatted(key, value)));
		return command;
	}

}
