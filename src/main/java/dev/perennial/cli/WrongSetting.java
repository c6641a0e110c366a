package dev.perennial.cli;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.catalogue.CatalogueRefused;
import dev.perennial.night.NotStarted;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.NestedExceptionUtils;

/** Finds the setting that keeps the application from starting. */
final class WrongSetting {

	private WrongSetting() {
	}

	/** One line: which setting, where it stands, what was expected. Never its value. */
	static String line(Throwable failure) {
		Optional<UnboundConfigurationPropertiesException> unknown = cause(failure,
				UnboundConfigurationPropertiesException.class);
		if (unknown.isPresent()) {
			return unknown.get()
				.getUnboundProperties()
				.stream()
				.map((property) -> "There is no setting " + place(property))
				.collect(Collectors.joining("; ")) + ": expected one of config/README.md";
		}
		Optional<NotStarted> refused = cause(failure, NotStarted.class);
		if (refused.isPresent()) {
			return Failure.oneLine(refused.get().getMessage());
		}
		String why = Failure.oneLine(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		if (cause(failure, SQLException.class).isPresent()) {
			return "The database cannot be used (spring.datasource.url, .username, SPRING_DATASOURCE_PASSWORD; "
					+ "spring.flyway.user, SPRING_FLYWAY_PASSWORD): " + why;
		}
		if (why.contains("'url' attribute is not specified")) {
			return "spring.datasource.url is not set: expected jdbc:mysql://HOST:3306/SCHEMA";
		}
		return cause(failure, BindException.class).map((bad) -> bad(bad, why))
			.or(() -> cause(failure, CatalogueRefused.class).map((bad) -> Failure.oneLine(bad.getMessage())))
			.orElse("Does not start: " + why);
	}

	private static String bad(BindException bad, String why) {
		ConfigurationProperty property = bad.getProperty();
		return (property == null) ? "Under %s: %s".formatted(bad.getName(), why)
				: "Setting %s: %s".formatted(place(property), why);
	}

	private static String place(ConfigurationProperty property) {
		return (property.getOrigin() == null) ? property.getName().toString()
				: "%s (%s)".formatted(property.getName(), property.getOrigin());
	}

	private static <T> Optional<T> cause(Throwable failure, Class<T> type) {
		return Stream.<@Nullable Throwable>iterate(failure, (each) -> each != null, WrongSetting::next)
			.filter(type::isInstance)
			.map(type::cast)
			.findFirst();
	}

	private static @Nullable Throwable next(@Nullable Throwable failure) {
		return (failure == null) ? null : failure.getCause();
	}

}
